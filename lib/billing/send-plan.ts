export type * from './send-plan.types.ts';
