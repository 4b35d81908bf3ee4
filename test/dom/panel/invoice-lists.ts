/** Where invoices are listed, as what an operator does to get there. Runs in an emulated panel. */
export const LISTS = {
  'the main list': () => __emulator.open('fn_areceber'),
  'a client': () => __emulator.openFinancial('1'),
  'a contract': () => __emulator.openContractFinancial('2001'),
} as const;
export type List = keyof typeof LISTS;

/** An emulated IXC whose lists are quick to draw: four rows to a page, out of 120 invoices. */
export const FEW_ROWS = { panel: { rowsPerPage: 4 }, customers: 20, invoices: 120 } as const;
