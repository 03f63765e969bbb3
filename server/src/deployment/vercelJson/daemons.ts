import type { JsonPath } from '../../documents/vercelJson.ts';
import type { Conflict } from './conflicts.ts';
import type { ConfigurationShape, Destined, Service } from './shape.ts';

/** What Vercel refuses of `daemons`. Source: `validateDaemons` of `vercel` 64.0.2 */
export function daemonConflict(config: ConfigurationShape): Conflict | undefined {
  if (!config.daemons) return undefined;
  return entrypointConflict(config) ?? bindingConflict(config) ?? destinationConflict(config);
}

function invalid(message: string, path: JsonPath): Conflict {
  return { code: 'INVALID_DAEMON', message, path };
}

function entrypointConflict({ daemons = {} }: ConfigurationShape): Conflict | undefined {
  for (const [name, { entrypoint }] of Object.entries(daemons)) {
    if (/(docker|container)file/i.test(entrypoint.split(/[\\/]/).pop() ?? '')) continue;
    const message = `Daemon "${name}" must set \`entrypoint\` to a Dockerfile or Containerfile.`;
    return invalid(message, ['daemons', name, 'entrypoint']);
  }
  return undefined;
}

function bindingConflict(config: ConfigurationShape): Conflict | undefined {
  for (const [name, { service, path }] of servicesOf(config)) {
    const bindings = service.bindings ?? [];
    const index = bindings.findIndex((binding) => isDaemonTarget(config, binding.service));
    const target = bindings[index]?.service;
    if (target === undefined) continue;
    const message = `Service "${name}" cannot bind to daemon "${target}" because daemons do not receive traffic.`;
    return invalid(message, [...path, 'bindings', index, 'service']);
  }
  return undefined;
}

function destinationConflict(config: ConfigurationShape): Conflict | undefined {
  const lists = [
    ...listsIn(config, []),
    ...[...servicesOf(config).values()].flatMap(({ service, path }) => listsIn(service, path)),
  ];
  for (const { entries, path } of lists) {
    for (const [index, { destination }] of entries.entries()) {
      if (typeof destination !== 'object' || !isDaemonTarget(config, destination.service)) continue;
      const message = `Rewrites and routes cannot target daemon "${destination.service}" because daemons do not receive traffic.`;
      return invalid(message, [...path, index, 'destination', 'service']);
    }
  }
  return undefined;
}

function listsIn(
  holder: Pick<Service, 'rewrites' | 'routes'>,
  path: JsonPath,
): { entries: readonly Destined[]; path: JsonPath }[] {
  return [
    { entries: holder.rewrites ?? [], path: [...path, 'rewrites'] },
    { entries: holder.routes ?? [], path: [...path, 'routes'] },
  ];
}

/** Of two services with one name the one in `services`, at the place of the other. */
function servicesOf(config: ConfigurationShape): Map<string, { service: Service; path: JsonPath }> {
  const services = new Map<string, { service: Service; path: JsonPath }>();
  for (const list of ['experimentalServicesV2', 'services'] as const) {
    for (const [name, service] of Object.entries(config[list] ?? {}))
      services.set(name, { service, path: [list, name] });
  }
  return services;
}

function isDaemonTarget(config: ConfigurationShape, name: string): boolean {
  return Object.hasOwn(config.daemons ?? {}, name) && !servicesOf(config).has(name);
}
