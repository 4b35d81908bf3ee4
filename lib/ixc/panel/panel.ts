import type { PanelProblem, PanelPush, PanelStates } from '../../messages/panel.ts';
import { createCopy, type CopyWorker } from './copy.ts';
import { CopyMenu } from './copy-menu.ts';
import { ExtensionFrame, type PageAddress } from './extension-frame.ts';
import type { GridMarks } from './grid-marks.ts';
import { Grids } from './grids.ts';
import { createFaturaReader } from './bills-by-fatura.ts';
import { createMarkFactory } from './mark.ts';
import { listenToMarks } from './mark-events.ts';
import { Notice } from './notice.ts';
import { removeLeftovers } from './leftovers.ts';
import { PageWatch } from './page-watch.ts';
import { createPalette, type PaletteWorker } from './palette.ts';
import { createPress, type PressWorker } from './press.ts';
import { RowStates } from './row-states.ts';
import { OWN } from './selectors.ts';
import { StateRequest } from './state-request.ts';
import { addStyle } from './style-sheet.ts';
import { Toasts } from './toasts.ts';
import type { PanelWords } from './words.ts';

const DRAWER = {
  attribute: OWN.drawer,
  entrance: [{ transform: 'translateX(100%)' }, { transform: 'none' }],
};
const PALETTE = {
  attribute: OWN.palette,
  entrance: [
    { opacity: 0, transform: 'translateY(-8px)' },
    { opacity: 1, transform: 'none' },
  ],
};

/** The worker as the panel sees it. A rejected promise means that it could not be reached. */
export interface PanelWorker extends PressWorker, CopyWorker, PaletteWorker {
  readonly states: (ids: readonly string[]) => Promise<PanelStates>;
  /** False once the extension was updated, reloaded or removed under the open page. */
  readonly isAlive: () => boolean;
  /** Listens to pushes until the signal aborts. */
  readonly onPush: (listener: (push: PanelPush) => void, signal: AbortSignal) => void;
}

export interface PanelOptions {
  readonly document: Document;
  readonly worker: PanelWorker;
  readonly words: PanelWords;
  readonly css: string;
  readonly toastCss: string;
  readonly drawer: PageAddress;
  readonly palette: PageAddress;
  /** Aborts when a newer copy of the script takes over: everything of this one disappears. */
  readonly signal: AbortSignal;
}

/**
 * Puts a mark on every invoice row of the page and keeps it true:
 * rows change → ids → one question → states → marks; a press → sent, or token → drawer.
 */
export function startPanel(options: PanelOptions): void {
  const { document, worker, words, signal } = options;
  /** Ends before `signal` when the extension goes away under the page: the marks stay, inert. */
  const connection = new AbortController();
  signal.addEventListener('abort', stop);

  removeLeftovers(document);
  const removeStyle = addStyle(document, options.css);
  const states = new RowStates(Date.now);
  const notice = new Notice(document, words.dismiss);
  const toasts = new Toasts({
    document,
    css: options.toastCss,
    dismiss: words.dismiss,
    onOpen: (id) => void press({ id, shown: states.get(id) }, false),
  });
  // What lies on top comes first: Escape closes one thing at a time.
  const menu = new CopyMenu({
    document,
    words,
    signal,
    onChoice: (id, what) => void copy(id, what),
    focus: (id) => grids.focus(id, 'copy'),
  });
  const above = new ExtensionFrame(document, options.palette, PALETTE, signal);
  const drawer = new ExtensionFrame(document, options.drawer, DRAWER, signal);
  const factory = createMarkFactory(document, words, Date.now);
  const billsByFatura = createFaturaReader(document);
  /** By the worker's word or the page's own; the page's stands whatever the worker says. */
  let isBilledByFatura = false;
  const context = {
    factory,
    stateOf: (id: string) => states.get(id),
    mayMark: () => !isBilledByFatura,
  };
  const grids = new Grids(context, (marks) =>
    listenToMarks(
      marks,
      {
        onPress: (mark, isCertain) => void press(mark, isCertain),
        onMenu: ({ id }, button) => menu.toggle(id, button),
        onMismatch: () => watch.quietly(() => paint([marks.table])),
        onApproach: (mark) => watch.quietly(() => factory.refreshAge(mark)),
      },
      signal,
    ),
  );
  const request = new StateRequest({
    isDue: (id) => states.isDue(id),
    isAlive,
    ask: worker.states,
    onAnswer: show,
    signal: connection.signal,
  });
  const watch = new PageWatch(paint);
  const press = createPress({
    worker,
    drawer,
    notice,
    words,
    isAlive,
    focus: (id) => grids.focus(id),
    signal,
  });
  const copy = createCopy({ document, worker, notice, words, isAlive, signal });
  const openPalette = createPalette({
    document,
    worker,
    frame: above,
    notice,
    words,
    isAlive,
    signal,
  });

  worker.onPush(hear, connection.signal);
  document.addEventListener('visibilitychange', refresh, { signal: connection.signal });
  watch.start(document.body);

  function paint(tables: Iterable<HTMLTableElement>): void {
    if (!isAlive()) return;
    if (!isBilledByFatura && billsByFatura()) tell('billed-by-fatura');
    const painted = grids.paint(tables);
    for (const { table } of painted) watch.settle(table);
    ask(painted);
  }

  /** One question for all of them. */
  function ask(painted: readonly GridMarks[]): void {
    request.want(painted.flatMap((marks) => [...marks.ids()]));
  }

  function hear(push: PanelPush): void {
    switch (push.push) {
      case 'states':
        show(push);
        break;
      case 'ask-again':
        states.expire();
        refresh();
        break;
      case 'toast':
        if (!grids.all().some((marks) => [...marks.ids()].includes(push.id))) return;
        toasts.show(push.id, `${words.toast(push.id)}: ${words.groups[push.group]}`);
        break;
      case 'open':
        void press({ id: push.id, shown: undefined }, false);
        break;
      case 'palette':
        void openPalette();
    }
  }

  function show(news: PanelStates, asked: readonly string[] = []): void {
    const ids = states.put(news.states, asked);
    tell(billsByFatura() ? 'billed-by-fatura' : news.problem);
    watch.quietly(() => grids.all().forEach((marks) => marks.repaint(ids)));
  }

  function tell(problem: PanelProblem | null): void {
    if (problem === null) notice.hide();
    else notice.show(problem, words.problems[problem]);
    const wasBilled = isBilledByFatura;
    isBilledByFatura = problem === 'billed-by-fatura';
    if (wasBilled !== isBilledByFatura) watch.quietly(() => grids.paint(grids.tables()));
  }

  /** States may have aged while the tab was in the background, which is asked for only once it is seen. */
  function refresh(): void {
    if (!document.hidden && isAlive()) ask(grids.all());
  }

  function isAlive(): boolean {
    if (connection.signal.aborted) return false;
    if (worker.isAlive()) return true;
    connection.abort();
    watch.stop();
    for (const marks of grids.all()) marks.disable();
    notice.show('outdated', words.outdated);
    return false;
  }

  function stop(): void {
    connection.abort();
    watch.stop();
    for (const marks of grids.all()) marks.remove();
    menu.close();
    above.close();
    drawer.close();
    notice.remove();
    toasts.remove();
    removeStyle();
  }
}
