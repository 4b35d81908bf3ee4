import type { PanelSurvey, SourceTrial } from '../../../lib/messages/pages.ts';
import type { PanelDiagnosis } from '../../../lib/messages/panel.ts';

const right = {
  noOtherGateway: true,
  noPixByGateway: true,
  noMailOnGeneration: true,
  hasAccount: true,
  lateTermsWithinLaw: true,
} as const;

/** A provider of two filiais with a carteira that is ready, one that is not, and one that nobody knows. */
export const survey: PanelSurvey = {
  filiais: [
    { id: '1', name: 'Provedor Exemplo Matriz', document: '11222333000181' },
    { id: '2', name: 'Provedor Exemplo Filial Norte', document: '11444777000161' },
  ],
  carteiras: [
    { id: '1', description: 'Boleto residencial', filialId: '1', active: true, checks: right },
    {
      ...{ id: '2', description: 'Outro gateway', filialId: '2', active: true },
      checks: {
        noOtherGateway: false,
        noPixByGateway: false,
        noMailOnGeneration: false,
        hasAccount: false,
        lateTermsWithinLaw: false,
      },
    },
    {
      ...{ id: '3', description: 'Sem filial', filialId: null, active: false },
      checks: { ...right, lateTermsWithinLaw: null },
    },
  ],
  contas: [
    { id: '5', name: 'Banco Exemplo', planejamentoId: '12' },
    { id: '6', name: 'Caixa da loja', planejamentoId: null },
  ],
  keysFound: [
    { key: '11222333000181', charges: 120 },
    { key: 'provedor-antigo', charges: 1 },
  ],
  failures: [
    {
      what: 'keys',
      failure: { code: 'asaas-forbidden', detail: 'Sem permissão para listar cobranças.' },
    },
  ],
};

export const trials: readonly SourceTrial[] = [
  { source: 'direct', failure: { code: 'ixc-certificate' } },
  { source: 'document', failure: null },
  { source: 'session', failure: { code: 'ixc-session-unusable', detail: 'recupera: 404' } },
  { source: 'hand', failure: null },
];

/** One grid that works, one whose sources disagree, one that nobody recognises. */
export const diagnosis: PanelDiagnosis = {
  selectors: { gridTable: 3, gridBody: 3, headerCell: 12, namedCell: 40, idCell: 0 },
  grids: [
    { table: 'grid_#', rows: 16, marked: 16, by: 'abbr', disagreeing: 0 },
    {
      table: 'cliente_cliente_contrato_rel_areceber',
      rows: 8,
      marked: 6,
      by: 'row-key',
      disagreeing: 2,
    },
    { table: 'fn_apagar', rows: 4, marked: 0, by: 'none', disagreeing: 0 },
  ],
  outline: 'body\n div.flexigrid\n',
  billsByFatura: true,
  version: '80.93.2',
};
