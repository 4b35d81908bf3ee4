import { playRound, type Round } from './fuzz-round.ts';
import { findBrokenRules } from './fuzz-rules.ts';

/** A page of Playwright or of puppeteer: both run a self-contained function with one argument. */
export interface EvaluatingPage {
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

export interface FuzzOptions {
  /** The same seed plays the same rounds. */
  readonly seed: number;
  readonly rounds: number;
}

/**
 * Plays what an operator and IXC do to an emulated panel with the extension in it — redraw, sort, page,
 * hide columns, open and close windows, several at once — and checks after every round that each invoice
 * row has one mark with its own id and nothing else has any, that header and body are aligned, and that
 * selection and double click still work.
 *
 * @throws Error naming the seed, the rounds played so far and the rules that broke.
 */
export async function fuzzPanel(page: EvaluatingPage, options: FuzzOptions): Promise<void> {
  const played: string[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const step: Round = { seed: options.seed * 1_000 + round };
    played.push(await page.evaluate(playRound, step));
    const broken = await page.evaluate(findBrokenRules, step);
    if (broken.length > 0) {
      throw new Error(
        `seed ${options.seed}, round ${round}\nplayed: ${played.join(' → ')}\n${broken.join('\n')}`,
      );
    }
  }
}
