import { PROVIDER } from './filiais.ts';
import { columns, type Row } from './row.ts';

/** `contas`: where money is received, each with the ledger account that a settlement names. */
export function accounts(): readonly Row[] {
  const template: Row = {
    ...columns('banco agencia agencia_dv numero_conta conta_dv gerente telefone obs'),
    integration_client_id: 'client-id-de-exemplo',
    integration_client_secret: 'SEGREDO-conta-de-exemplo',
    saldo_inicial: '0.00',
    ativo: 'S',
  };
  const account = (id: string, conta: string, tipo_conta: string, filial_padrao: string): Row => ({
    ...template,
    id,
    conta,
    tipo_conta,
    filial_padrao,
    id_planejamento: String(310 + Number(id)),
  });
  return [
    account('1', 'Conta Asaas - Matriz', 'B', '1'),
    account('2', 'Conta Asaas - Filial Serra', 'B', '2'),
    account('3', 'Caixa do balcão', 'C', '1'),
    account('4', 'Conta corrente Banco Modelo', 'B', '1'),
    { ...account('5', 'Conta antiga', 'B', '1'), ativo: 'N', id_planejamento: '' },
  ];
}

/** `usuarios`: user 2 is logged in to the panel, user 3 owns the webservice token. */
export function users(): readonly Row[] {
  const template: Row = {
    ...columns('telefone imagem callcenter alerta data_nascimento'),
    // A password hash: the real list answers it.
    senha: 'f'.repeat(64),
    status: 'A',
    id_grupo: '1',
    caixa_fn_receber: '3',
    desc_max_recebimento: '10.00',
    recebimentos_dia_atual: 'N',
    language: 'pt_BR',
  };
  const user = (id: string, nome: string, login: string, webservice: string): Row => ({
    ...template,
    id,
    nome,
    email: `${login}@provedor.example`,
    acesso_webservice: webservice,
  });
  return [
    user('1', 'Administrador Exemplo', 'admin', 'N'),
    user('2', 'Operadora Exemplo', 'operadora', 'N'),
    user('3', 'Integração', 'integracao', 'S'),
  ];
}

/** `empresa`. */
export function companies(): readonly Row[] {
  return [
    {
      ...columns('site logo obs'),
      id: '1',
      razao: `${PROVIDER.name} LTDA`,
      fantasia: PROVIDER.name,
      ativo: 'S',
    },
  ];
}

/** `cidade`: two invented towns. */
export function cities(): readonly Row[] {
  return [
    { id: '1', nome: 'Vila Exemplo', uf: '24', cod_ibge: '4200000', regiao: '0' },
    { id: '2', nome: 'Serra Modelo', uf: '24', cod_ibge: '4200001', regiao: '0' },
  ];
}

/** `uf`. */
export function states(): readonly Row[] {
  return [
    { id: '23', nome: 'Rio Grande do Sul', sigla: 'RS', cod_ibge: '43' },
    { id: '24', nome: 'Santa Catarina', sigla: 'SC', cod_ibge: '42' },
  ];
}
