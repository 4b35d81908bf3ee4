import { BUTTONS, column, hidden, type GridModel } from './grid-model.ts';

const customers: GridModel = {
  path: 'cliente',
  table: 'cliente',
  title: 'Clientes',
  key: 'cliente.id',
  searchBy: 'cliente.razao',
  opens: 'cliente',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('cliente.id', 'ID', 60),
    column('cliente.ativo', 'Ativo', 50, 'flag'),
    column('cliente.razao', 'Razão social', 260),
    column('cliente.fantasia', 'Nome fantasia', 180),
    column('cliente.cnpj_cpf', 'CNPJ/CPF', 130),
    column('cliente.telefone_celular', 'Telefone celular', 120),
    column('cliente.email', 'E-mail', 260),
    column('cliente.data_cadastro', 'Cadastro', 78, 'date', hidden),
  ],
};

const contracts: GridModel = {
  path: 'cliente_contrato',
  table: 'cliente_contrato',
  title: 'Contratos',
  key: 'cliente_contrato.id',
  searchBy: 'cliente_contrato.id',
  opens: 'cliente_contrato',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('cliente_contrato.id', 'ID', 60),
    column('cliente_contrato.status', 'Status', 60),
    column('cliente.id', 'ID cliente', 70),
    column('cliente.razao', 'Cliente', 240),
    column('cliente_contrato.contrato', 'Plano', 150),
    column('cliente_contrato.data_ativacao', 'Ativação', 78, 'date'),
    column('fn_carteira_cobranca.descricao', 'Carteira de cobrança', 180),
  ],
};

const logins: GridModel = {
  path: 'radusuarios',
  table: 'radusuarios',
  title: 'Logins',
  key: 'radusuarios.id',
  searchBy: 'radusuarios.login',
  opens: 'radusuarios',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('radusuarios.id', 'ID', 60),
    column('radusuarios.online', 'Online', 60, 'flag'),
    column('radusuarios.login', 'Login', 260),
    column('cliente.id', 'ID cliente', 70),
    column('cliente.razao', 'Cliente', 240),
    column('radusuarios.ip', 'IP', 110),
    column('radusuarios.id_contrato', 'Contrato', 70),
  ],
};

/** Grids that have nothing to do with invoices. */
export const REGISTRY_GRIDS: readonly GridModel[] = [customers, contracts, logins];
