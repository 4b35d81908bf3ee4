/** Charges whose names are asked for at once: each is a request to Asaas, and the list shows them as they come. */
export const NAMES_AT_ONCE = 10;
