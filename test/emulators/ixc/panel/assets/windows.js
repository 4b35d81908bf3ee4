import { formModels, gridModels, settings } from './models.js';
import { buildForm } from './form.js';
import { element, icon } from './element.js';
import { Grid } from './grid.js';

/** The windows on screen, the lowest first: the main list, then the forms stacked over it. */
const stack = [];

/** Opens a main list in `#1_grid`, in place of whatever was open. */
export async function openGrid(path) {
  while (stack.length > 0) closeTop();
  return openGridOver(path);
}

/** Opens a main list over what is open: it is `#1_grid` again, whatever already bears that id. */
export async function openGridOver(path) {
  document.querySelector('#layout_conteudo').hidden = true;
  const isStock = settings.generation === 'A';
  const host = element('div', {
    id: '1_grid',
    class: `${isStock ? 'modal2 ' : ''}window grid-window`,
  });
  host.style.setProperty('--depth', String(stack.length + 1));
  document.body.append(host);
  const grid = new Grid(host, gridModels.get(path), {
    name: path,
    pageSize: settings.rowsPerPage,
    onOpen: (name, id) => void openForm(name, id),
  });
  const close = element('a', { class: 'fa fa-times', id: `${path}_btn_close`, href: '#' });
  close.addEventListener('click', closeOn(host));
  host.querySelector('.btn_row').append(close);
  stack.push({ host, grids: [grid] });
  await grid.reload();
  return grid;
}

/** Opens a record's form over what is open; its number is its depth. */
export async function openForm(name, id) {
  const depth = Math.max(stack.length, 1) + 1;
  const form = buildForm(formModels.get(name), depth, {
    onClose: (host) => closeWindow(host),
    onOpen: (other, otherId) => void openForm(other, otherId),
  });
  form.host.style.setProperty('--depth', String(depth));
  document.body.append(form.host);
  stack.push(form);
  await form.load(id);
  return form;
}

function closeOn(host) {
  return (event) => {
    event.preventDefault();
    closeWindow(host);
  };
}

/** Closes a window and every one above it. */
export function closeWindow(host) {
  const at = stack.findIndex((one) => one.host === host);
  if (at === -1) return;
  for (const { host: closed } of stack.splice(at)) closed.remove();
  if (stack.length === 0) document.querySelector('#layout_conteudo').hidden = false;
}

export function closeTop() {
  const top = stack.at(-1);
  if (top) closeWindow(top.host);
}

/** Every grid on screen; of one name the topmost comes last. */
export function grids() {
  return stack.flatMap((one) => one.grids);
}

export function topForm() {
  return stack.findLast((one) => one.host.tagName === 'FORM');
}

export function depth() {
  return stack.length;
}

/** The panel's own message. */
export function notify(message) {
  const note = element(
    'div',
    { class: 'notification-success' },
    element(
      'div',
      { class: 'notificationMessage' },
      icon('fa-check'),
      element('span', {}, message),
    ),
  );
  document.body.append(note);
  setTimeout(() => note.remove(), 4000);
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeTop();
});
