/**
 * Where the facts about an invoice come from: the webservice, the webservice through a document of the
 * extension, the operator's session in the panel, or what the operator typed.
 */
export const READING_SOURCES = ['direct', 'document', 'session', 'hand'] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];
