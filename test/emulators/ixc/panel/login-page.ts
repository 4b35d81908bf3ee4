import { PROVIDER } from '../data/filiais.ts';
import { htmlDocument } from './document.ts';
import { escapeHtml } from './html.ts';

/** `adm.php` of generation B for someone who is not logged in: the login, in a frame. */
export function loggedOutPage(): string {
  return htmlDocument(
    'IXC Provedor',
    ['login.css'],
    '<body><iframe class="login-frame" src="/app/login" title="Login"></iframe></body>',
  );
}

/** `/app/login` of generation B. */
export function loginPage(): string {
  return htmlDocument(
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

/** `/login.php` of generation A: one form, sent by the browser itself. */
export function stockLoginPage(message = ''): string {
  return htmlDocument(
    'Login IXCsoft',
    ['login.css'],
    `<body class="login stock">
<form id="login" method="post" action="/login.php"><h1>IXCsoft</h1><p>${escapeHtml(PROVIDER.name)}</p>
<div class="step"><label for="email">E-mail</label><input id="email" name="email" type="text" autocomplete="off">
<label for="senha">Senha</label><input id="senha" name="senha" type="password" autocomplete="off">
<button type="submit" id="entrar">Entrar</button></div>
<p class="login-message" role="alert">${escapeHtml(message)}</p></form>
</body>`,
  );
}
