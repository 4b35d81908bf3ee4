import type { PanelSurvey } from '../../../lib/messages/pages.ts';
import { accountFor } from '../../../lib/settings/account-for.ts';
import type { PanelSettings, Route, SettlementAccount } from '../../../lib/settings/settings.ts';

/** What the form keeps: as it lies in the settings. */
export type RoutingDraft = Pick<PanelSettings, 'routes' | 'carteiras' | 'settlements'>;
/** Which invoices a route is about. */
export type RoutePlace = Pick<Route, 'filialId' | 'carteiraId'>;

export const draftOf = ({ routes, carteiras, settlements }: PanelSettings): RoutingDraft => ({
  routes,
  carteiras,
  settlements,
});

const isAt = (route: Route, place: RoutePlace): boolean =>
  route.filialId === place.filialId && route.carteiraId === place.carteiraId;

/** The account of exactly this place; null where it is left to the wider rule. */
export function routeAt(draft: RoutingDraft, place: RoutePlace): string | null {
  return draft.routes.find((route) => isAt(route, place))?.accountId ?? null;
}

/** With another account for exactly this place, or with none of its own. */
export function withRoute(
  draft: RoutingDraft,
  place: RoutePlace,
  accountId: string | null,
): RoutingDraft {
  const others = draft.routes.filter((route) => !isAt(route, place));
  return {
    ...draft,
    routes: accountId === null ? others : [...others, { ...place, accountId }],
  };
}

export const isMarked = ({ carteiras }: RoutingDraft, id: string): boolean =>
  carteiras?.includes(id) === true;

/** With a carteira marked for Asaas or not. The last mark gone, no list is kept: nothing is blocked by it. */
export function withMark(draft: RoutingDraft, id: string, marked: boolean): RoutingDraft {
  const others = (draft.carteiras ?? []).filter((other) => other !== id);
  const carteiras = marked ? [...others, id] : others;
  return { ...draft, carteiras: carteiras.length === 0 ? null : carteiras };
}

/** With the conta where the baixas of an account go; null: nobody said yet. */
export function withSettlement(
  draft: RoutingDraft,
  accountId: string,
  conta: Omit<SettlementAccount, 'accountId'> | null,
): RoutingDraft {
  const others = draft.settlements.filter((each) => each.accountId !== accountId);
  return {
    ...draft,
    settlements: conta === null ? others : [...others, { accountId, ...conta }],
  };
}

/** Whether every invoice of a carteira has an account, as the draft stands. */
export function hasAccount(
  draft: RoutingDraft,
  panelAccount: string | null,
  carteira: { readonly id: string; readonly filialId: string | null },
  filiais: PanelSurvey['filiais'],
): boolean {
  const panel = { routes: draft.routes, accountId: panelAccount };
  const served = carteira.filialId === null ? filiais.map(({ id }) => id) : [carteira.filialId];
  return (served.length === 0 ? [''] : served).every(
    (filialId) => accountFor(panel, { filialId, carteiraId: carteira.id }) !== null,
  );
}
