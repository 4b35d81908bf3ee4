const data = JSON.parse(document.querySelector('#ixc_models').textContent);

/** What the page knows of its grids and forms, and the operator's session. */
export const gridModels = new Map(data.grids.map((model) => [model.path, model]));
export const formModels = new Map(data.forms.map((model) => [model.name, model]));
export const user = data.user;
export const settings = data.settings;
