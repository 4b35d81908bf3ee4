import { columns, type Row } from './row.ts';

/** Every column of `cliente` that says nothing about the customers invented here. */
export const CUSTOMER_TEMPLATE: Row = {
  ...columns(`
    grau_satisfacao ie_identidade contato obs referencia ramal isuf bloco skype estado_civil
    rg_orgao_emissor deb_automatico deb_agencia cadastrado_via_viabilidade deb_conta alerta endereco_cob
    numero_cob bairro_cob cep_cob referencia_cob complemento_cob profissao Sexo nome_pai nome_mae
    nome_conjuge fone_conjuge cpf_conjuge rg_conjuge moradia nome_contador telefone_contador
    ref_com_empresa1 ref_com_empresa2 ref_com_fone1 ref_com_fone2 ref_pes_nome1 ref_pes_nome2
    ref_pes_fone1 ref_pes_fone2 emp_empresa emp_cnpj emp_cep emp_endereco emp_fone emp_cargo website im
    cif identidade_mae identidade_pai inscricao_municipal nome_representante_1 nome_representante_2
    cpf_representante_1 cpf_representante_2 identidade_representante_1 identidade_representante_2
    cnpj_cpf_titular_conta foto_cartao facebook regime_fiscal_col complemento telefone_comercial
  `),
  ...columns(
    `indicado_por id_candato_tipo id_condominio id_vendedor num_dias_cob tabela_preco apartamento idx
     id_perfil id_concorrente responsavel ativo_serasa cidade_cob uf_cob id_operadora_celular
     quantidade_dependentes emp_cidade pipe_id_organizacao codigo_operacao cidade_naturalidade
     id_campanha`,
    '0',
  ),
  ...columns(
    `senha_hotsite_md5 crm contribuinte_icms orgao_publico pis_retem cofins_retem csll_retem irrf_retem
     convert_cliente_forn cli_desconta_iss_retido_total`,
    'N',
  ),
  ...columns(
    `participa_cobranca participa_pre_cobranca cob_envia_email cob_envia_sms atualizar_cadastro_galaxPay
     desconto_irrf_valor_inferior filtra_filial`,
    'S',
  ),
  ...columns(
    `crm_data_vencemos data_nascimento_conjuge emp_data_admissao nascimento_mae nascimento_pai
     crm_data_perdemos crm_data_sem_viabilidade crm_data_sem_porta_disponivel crm_data_abortamos
     crm_data_negociando crm_data_apresentando crm_data_sondagem crm_data_novo`,
    '0000-00-00',
  ),
  ...columns('acesso_automatico_central alterar_senha_primeiro_acesso', 'P'),
  // What the real record carries in clear, and nobody may keep.
  senha: 'SEGREDO-senha-da-central',
  hash_redefinir_senha: 'SEGREDO-hash-da-central',
  cpf_mae: '000.000.002-72',
  cpf_pai: '000.000.003-53',
  tipo_documento_identificacao: '13',
  id_tipo_cliente: '3',
  tipo_assinante: '3',
  tipo_cliente_scm: '01',
  tipo_localidade: 'U',
  tipo_pessoa_titular_conta: 'F',
  cond_pagamento: '1',
  hotsite_acesso: '2',
  status_prospeccao: 'V',
  iss_classificacao_padrao: '99',
  nacionalidade: 'Brasileiro',
  emp_remuneracao: '0.00',
  id_conta: '384',
  latitude: '0.0000000',
  longitude: '0.0000000',
};
