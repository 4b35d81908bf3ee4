import { PROVIDER } from '../data/filiais.ts';
import { htmlDocument } from './document.ts';
import { formModels } from './form-models.ts';
import { gridModels } from './grid-models.ts';
import { escapeHtml, jsonBlock } from './html.ts';
import { MENU, type MenuGroup } from './menu.ts';
import type { Generation, PanelOptions } from './panel-options.ts';

/** The version that the panel shows and puts into its cookie. */
export const IXC_VERSION = '80.93.2';

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

const STYLES = ['panel.css', 'grid.css', 'toolbar.css', 'badge.css', 'window.css', 'icons.css'];

/** Generation A is drawn by styles of its own over those of B. */
const STYLES_OF: Readonly<Record<Generation, readonly string[]>> = {
  A: [...STYLES, 'stock-panel.css', 'stock-grid.css'],
  B: STYLES,
};

/** `adm.php` of an operator who is logged in. */
export function panelPage(
  panel: Required<PanelOptions>,
  user: { readonly id: string; readonly name: string },
): string {
  const { generation, rowsPerPage, contradictory, geracaoPorFatura } = panel;
  const data = {
    grids: [...gridModels(panel).values()],
    forms: formModels(panel),
    user,
    settings: { generation, rowsPerPage, contradictory, geracaoPorFatura },
  };
  return htmlDocument(
    `${PROVIDER.name} - IXC Provedor`,
    STYLES_OF[generation],
    `<body class="ixc">
<header id="layout_topo">
<a class="brand" href="/adm.php"><span class="brand-mark">IXC</span><span class="brand-name">Provedor</span></a>
<span class="company">${escapeHtml(PROVIDER.name)}</span>
<span class="menu-user-name"><i class="fa fa-user"></i><span>${escapeHtml(user.name)}</span></span>
</header>
<nav id="layout_menu_lateral">
<input id="id_input_menu" type="text" placeholder="Pesquisar no menu" autocomplete="off">
${MENU.map(menuGroup).join('\n')}
<footer>${generation === 'B' ? `Versão ${IXC_VERSION}<br>` : ''}Emulador para testes</footer>
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
