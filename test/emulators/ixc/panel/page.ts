import { PROVIDER } from '../data/filiais.ts';
import { FORM_MODELS } from './form-models.ts';
import type { GridModel } from './grid-models.ts';
import { escapeHtml, jsonBlock } from './html.ts';
import { MENU, type MenuGroup } from './menu.ts';

/** The version that the panel shows and puts into its cookie. */
export const IXC_VERSION = '80.93.2';

function document(title: string, styles: readonly string[], body: string): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="pt-br">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${links}
</head>
${body}
</html>`;
}

function menuGroup({ hash, label, items }: MenuGroup): string {
  const links = items
    .map(
      ({ path, label: text }) =>
        `<li id="menu_item_${path}"><a href="#" rel="cria_grid('#1_grid','${path}','N');">${escapeHtml(text)}</a></li>`,
    )
    .join('');
  return `<div id="menu${hash}" class="menu_p"><div><a href="#"><i class="fa fa-folder"></i>${escapeHtml(label)}</a></div>
<div id="grupo_menu${hash}" class="submenu_title"><ul>${links}</ul></div></div>`;
}

/** `adm.php` of an operator who is logged in. */
export function panelPage(
  models: Iterable<GridModel>,
  user: { readonly id: string; readonly name: string },
  settings: Readonly<Record<string, unknown>>,
): string {
  const data = { grids: [...models], forms: FORM_MODELS, user, settings };
  return document(
    `${PROVIDER.name} - IXC Provedor`,
    ['panel.css', 'grid.css', 'toolbar.css', 'badge.css', 'window.css', 'icons.css'],
    `<body class="ixc">
<header id="layout_topo">
<a class="brand" href="/adm.php"><span class="brand-mark">IXC</span><span class="brand-name">Provedor</span></a>
<span class="company">${escapeHtml(PROVIDER.name)}</span>
<span class="menu-user-name"><i class="fa fa-user"></i><span>${escapeHtml(user.name)}</span></span>
</header>
<nav id="layout_menu_lateral">
<input id="id_input_menu" type="text" placeholder="Pesquisar no menu" autocomplete="off">
${MENU.map(menuGroup).join('\n')}
<footer>Versão ${IXC_VERSION}<br>Emulador para testes</footer>
</nav>
<main id="layout_conteudo"><section class="welcome">
<h1>Bem-vinda, ${escapeHtml(user.name)}</h1><p>Escolha uma opção no menu ao lado para começar.</p>
</section></main>
<div id="backgroundContent" hidden></div>
${jsonBlock('ixc_models', data)}
<script type="module" src="/assets/main.js"></script>
</body>`,
  );
}

/** `adm.php` of someone who is not logged in: the login, in a frame. */
export function loggedOutPage(): string {
  return document(
    'IXC Provedor',
    ['login.css'],
    '<body><iframe class="login-frame" src="/app/login" title="Login"></iframe></body>',
  );
}

/** `/app/login`. */
export function loginPage(): string {
  return document(
    'Login',
    ['login.css'],
    `<body class="login">
<form id="login"><h1>IXC Provedor</h1><p>${escapeHtml(PROVIDER.name)}</p>
<div class="step step-email"><label for="email">E-mail</label><input id="email" type="email" autocomplete="off">
<button type="button" id="btn-next-login">Próximo</button></div>
<div class="step step-password" hidden><label for="password">Senha</label><input id="password" type="password" autocomplete="off">
<vg-button id="btn-enter-login" role="button" tabindex="0">Entrar</vg-button></div>
<p class="login-message" role="alert"></p></form>
<script type="module" src="/assets/login.js"></script>
</body>`,
  );
}
