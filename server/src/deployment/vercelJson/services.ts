import type { Conflict } from './conflicts.ts';
import type { ConfigurationShape } from './shape.ts';

/** What may not stand beside `services` and its older forms, in Vercel's order and words. */
export function servicesConflict(config: ConfigurationShape): Conflict | undefined {
  if (config.experimentalServiceGroups && !config.experimentalServices) {
    const message =
      'The `experimentalServiceGroups` property requires `experimentalServices` to be defined. Service groups reference services by name.';
    return { code: 'SERVICE_GROUPS_WITHOUT_SERVICES', message, path: ['experimentalServiceGroups'] };
  }
  if (isGiven(config.services) && isGiven(config.experimentalServicesV2)) {
    const message =
      'The `services` property cannot be used in conjunction with its deprecated alias `experimentalServicesV2`. Please use only `services`.';
    return { code: 'SERVICES_AND_EXPERIMENTAL_SERVICES_V2', message, path: ['experimentalServicesV2'] };
  }
  const key = isGiven(config.services) ? 'services' : 'experimentalServicesV2';
  return config[key] ? besideServices(config, key) : undefined;
}

function besideServices(config: ConfigurationShape, key: string): Conflict | undefined {
  const prefix = key === 'services' ? 'SERVICES' : 'EXPERIMENTAL_SERVICES_V2';
  if (config.experimentalServices) {
    const message = `The \`${key}\` property cannot be used in conjunction with the \`experimentalServices\` property. Please use only one services configuration.`;
    return { code: `${prefix}_AND_EXPERIMENTAL_SERVICES`, message, path: ['experimentalServices'] };
  }
  if (config.builds) {
    const message = `The \`${key}\` property cannot be used in conjunction with the \`builds\` property. Please remove one of them.`;
    return { code: `${prefix}_AND_BUILDS`, message, path: ['builds'] };
  }
  const settings = ownedSettings.filter((name) => isGiven(config[name]));
  const [first] = settings;
  if (first === undefined) return undefined;
  const isMany = settings.length > 1;
  const names = settings.map((name) => `\`${name}\``).join(', ');
  const message = `The top-level ${isMany ? 'properties' : 'property'} ${names} cannot be used with \`${key}\` because the owning service is ambiguous. Move ${isMany ? 'them' : 'it'} under the relevant service in \`${key}\`.`;
  return { code: `${prefix}_AND_TOP_LEVEL_BUILD_SETTINGS`, message, path: [first] };
}

/** Settings that each service has for itself. */
const ownedSettings = [
  'functions',
  'installCommand',
  'buildCommand',
  'devCommand',
  'ignoreCommand',
  'outputDirectory',
  'framework',
];

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
