/** A civil date `YYYY-MM-DD` in America/Sao_Paulo. Compares correctly as a string. */
export type CivilDate = string & { readonly __civil: true };
