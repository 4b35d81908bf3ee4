import type { PanelPush, PanelStates } from '../../messages/panel.ts';
import { DrawerFrame, type DrawerAddress } from './drawer-frame.ts';
import type { GridMarks } from './grid-marks.ts';
import { Grids } from './grids.ts';
import { createMarkFactory, focusMark } from './mark.ts';
import { listenToMarks } from './mark-events.ts';
import { Notice } from './notice.ts';
import { removeLeftovers } from './leftovers.ts';
import { PageWatch } from './page-watch.ts';
import { RowStates } from './row-states.ts';
import { StateRequest } from './state-request.ts';
import { addStyle } from './style-sheet.ts';
import type { PanelWords } from './words.ts';

/** The worker as the panel sees it. A rejected promise means that it could not be reached. */
export interface PanelWorker {
  readonly states: (ids: readonly string[]) => Promise<PanelStates>;
  readonly open: (id: string) => Promise<{ readonly token: string }>;
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
  readonly drawer: DrawerAddress;
  /** Aborts when a newer copy of the script takes over: everything of this one disappears. */
  readonly signal: AbortSignal;
}

/**
 * Puts a mark on every invoice row of the page and keeps it true:
 * rows change → ids → one question → states → marks; a press → token → drawer.
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
  const drawer = new DrawerFrame(document, options.drawer, signal);
  const factory = createMarkFactory(document, words, Date.now);
  const grids = new Grids({ factory, stateOf: (id) => states.get(id) }, (marks) =>
    listenToMarks(
      marks,
      {
        onPress: (mark) => void open(mark.id),
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
  /** Counts presses: only the last one opens the drawer. */
  let turn = 0;

  worker.onPush(hear, connection.signal);
  document.addEventListener('visibilitychange', refresh, { signal: connection.signal });
  watch.start(document.body);

  function paint(tables: Iterable<HTMLTableElement>): void {
    if (!isAlive()) return;
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
    }
  }

  function show(news: PanelStates, asked: readonly string[] = []): void {
    const ids = states.put(news.states, asked);
    watch.quietly(() => grids.all().forEach((marks) => marks.repaint(ids)));
    if (news.problem === null) notice.hide();
    else notice.show(news.problem, words.problems[news.problem]);
  }

  /** States may have aged while the tab was in the background, which is asked for only once it is seen. */
  function refresh(): void {
    if (!document.hidden && isAlive()) ask(grids.all());
  }

  async function open(id: string): Promise<void> {
    if (!isAlive()) return;
    const mine = (turn += 1);
    try {
      const { token } = await worker.open(id);
      if (mine !== turn || signal.aborted) return;
      drawer.open(token, words.drawerTitle(id), () => {
        const mark = grids.find(id);
        if (mark) focusMark(mark);
      });
    } catch {
      if (mine !== turn || !isAlive()) return;
      notice.hide();
      notice.show('not-opened', words.notOpened);
    }
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
    drawer.close();
    notice.hide();
    removeStyle();
  }
}
