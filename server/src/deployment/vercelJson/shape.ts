/** The parts of a configuration, valid by Vercel's schema, that its further checks look at. */
export interface ConfigurationShape {
  readonly builds?: unknown;
  readonly functions?: Functions;
  readonly schedules?: readonly { readonly timezone?: string }[];
  readonly proxy?: unknown;
  readonly experimentalServices?: unknown;
  readonly experimentalServiceGroups?: unknown;
  readonly services?: Services;
  readonly experimentalServicesV2?: Services;
  readonly daemons?: Readonly<Record<string, { readonly entrypoint: string }>>;
  readonly rewrites?: readonly Destined[];
  readonly routes?: readonly Destined[];
  readonly [name: string]: unknown;
}

export type Functions = Readonly<Record<string, FunctionShape>>;
export type Services = Readonly<Record<string, Service>>;

export interface FunctionShape {
  readonly regions?: readonly string[];
  readonly affinity?: { readonly mode?: string };
}

export interface Service {
  readonly functions?: Functions;
  readonly bindings?: readonly { readonly service: string }[];
  readonly rewrites?: readonly Destined[];
  readonly routes?: readonly Destined[];
}

export interface Destined {
  readonly destination?: string | { readonly service: string };
}
