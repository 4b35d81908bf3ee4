/** One way in which an answer goes wrong. */
export type Fault =
  /** 200 and IXC's HTML error. */
  | { readonly kind: 'html' }
  /** 200 and `type: error`; the reason is under `message`, or under the key that is named. */
  | {
      readonly kind: 'refused';
      readonly message?: string;
      readonly key?: 'message' | 'valor' | 'mensagem';
    }
  /** 200 and IXC's answer to an address outside "Redes Permitidas". */
  | { readonly kind: 'ip-not-allowed' }
  /** 200 and a list that looks empty. */
  | { readonly kind: 'empty-list' }
  /** 401 with the web server's page, though the token is right. */
  | { readonly kind: 'unauthorized' }
  /** Any status, with `body` or none. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** The connection breaks; `carriedOut`: once the request has been carried out. */
  | { readonly kind: 'drop'; readonly carriedOut?: boolean }
  /** 200 and a body that is neither JSON nor HTML. */
  | { readonly kind: 'rubbish'; readonly body?: string }
  /** Real milliseconds before the true answer. */
  | { readonly kind: 'latency'; readonly ms: number };

/** When a fault strikes. Every condition that is given must hold. */
export interface FaultRule {
  readonly fault: Fault;
  /** Default: both. */
  readonly area?: Area;
  /** Table or action, as the path names it. */
  readonly table?: string;
  readonly method?: string;
  /** Matching requests that are let through first; default 0. */
  readonly skip?: number;
  /** How often it strikes before it is spent; default 1, 0 for ever. */
  readonly times?: number;
}

/** Which face of IXC a request speaks to. */
export type Area = 'webservice' | 'panel';
