import { fakeCnpj, maskDocument } from './documents.ts';
import { columns, type Row } from './row.ts';

/** The invented provider that every emulated panel belongs to. */
export const PROVIDER = {
  name: 'Provedor Exemplo Telecom',
  /** CNPJ digits of the main filial. */
  cnpj: fakeCnpj(11_222_333),
  branchCnpj: fakeCnpj(11_222_333, 2),
} as const;

const TEMPLATE: Row = {
  ...columns(`
    complemento fax site ie im logo cnae cpf_responsavel nome_responsavel nfe_email_smtp
    nfe_email_usuario certificado_digital csc_nfce fistel codigo_anatel referencia
  `),
  ...columns('nfe_ambiente nfse_ambiente serie_nf21 serie_nf22 regime_tributario', '1'),
  ...columns('ativo nfe_envia_email', 'S'),
  // What the real record carries in clear, and nobody may keep.
  nfe_email_senha: 'SEGREDO-email-de-exemplo',
  token: 'SEGREDO-token-de-exemplo',
  nfse_client_secret: 'SEGREDO-nfse-de-exemplo',
  endereco: 'Avenida das Amostras',
  bairro: 'Centro',
  cep: '89801-000',
  uf: '24',
};

/** The two `filial` records; the first is the main one. */
export function filiais(): readonly Row[] {
  return [
    {
      ...TEMPLATE,
      id: '1',
      razao: `${PROVIDER.name} LTDA`,
      fantasia: PROVIDER.name,
      cnpj: maskDocument(PROVIDER.cnpj),
      numero: '100',
      cidade: '1',
      email: 'financeiro@provedor.example',
      telefone: '(49) 3000-0001',
      matriz: 'S',
    },
    {
      ...TEMPLATE,
      id: '2',
      razao: `${PROVIDER.name} LTDA - Filial Serra`,
      fantasia: `${PROVIDER.name} - Serra`,
      cnpj: maskDocument(PROVIDER.branchCnpj),
      numero: '200',
      cidade: '2',
      email: 'serra@provedor.example',
      telefone: '(49) 3000-0002',
      matriz: 'N',
    },
  ];
}
