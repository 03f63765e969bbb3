/** One property with each of `values`. */
export function of(name: string, values: readonly unknown[]): unknown[] {
  return values.map((value) => ({ [name]: value }));
}

/** Configurations with services and daemons, and what may not stand together. */
export const serviceCases: readonly unknown[] = [
  ...of('experimentalServices', [
    {},
    { web: {} },
    { '1': {} },
    { web: { type: 'web' } },
    { web: { mount: {} } },
    { web: { mount: { path: '/a' } } },
    { w: { type: 'cron', schedule: '0 5 * * *' } },
    { w: { type: 'cron' } },
    { w: { type: 'worker', topics: [] } },
    { w: { type: 'job', trigger: 'queue', topics: [{ topic: 'a' }] } },
    { w: { type: 'job', trigger: 'schedule', schedule: ['<dynamic>'] } },
    { w: { type: 'job', trigger: 'workflow' } },
  ]),
  { experimentalServiceGroups: { a: ['x'] } },
  { experimentalServiceGroups: { a: 'x' } },
  { experimentalServices: { web: {} }, experimentalServiceGroups: { a: ['web'] } },
  ...['services', 'experimentalServicesV2'].flatMap((name) => [
    ...of(name, [
      {},
      { web: {} },
      { Web: { root: '.' } },
      { web: { root: '.' } },
      { web: { root: '.', functions: {} } },
      { web: { root: '.', rewrites: [{ src: 'x' }] } },
      { web: { root: '.', command: 5 } },
      { web: { root: '.', bindings: [{ service: 'api', format: 'url', env: 'API' }] } },
      { web: { root: '.', bindings: [{ service: 'web', format: 'url', env: 'A-B' }] } },
      { web: { root: '.', functions: { a: { affinity: { mode: 'strict' }, regions: ['a', 'b'] } } } },
    ]),
    { [name]: { web: { root: '.' } }, builds: [] },
    { [name]: { web: { root: '.' } }, functions: { a: { memory: 128 } } },
    { [name]: { web: { root: '.' } }, framework: null },
    { [name]: { web: { root: '.' } }, framework: '', buildCommand: 'x', installCommand: 'y' },
    { [name]: { web: { root: '.' } }, experimentalServices: { web: {} } },
  ]),
  { services: {}, experimentalServicesV2: {} },
  { experimentalServices: {}, builds: [] },
  { experimentalServices: {}, functions: { a: { memory: 128 } } },
  { functions: { a: { memory: 128 } }, builds: [] },
  { proxy: { entrypoint: 'proxy.ts' }, builds: [] },
  { proxy: { entrypoint: 'proxy.py' }, functions: { a: { memory: 128 } }, builds: [] },
  ...of('daemons', [
    {},
    { d: { root: '.', entrypoint: 'Dockerfile' } },
    { d: { root: '.', entrypoint: 'Dockerfile', instances: { a: 1 } } },
    { d: { root: '.', entrypoint: 'x/main.py', instances: { a: 1 } } },
    { d: { root: '.', entrypoint: 'Dockerfile', replicas: { a: -1 } } },
    { d: { root: '.', entrypoint: 'Dockerfile', replicas: {}, resources: { requests: { memory: '3Gi' } } } },
    { D: { root: '.', entrypoint: 'Dockerfile', replicas: {} } },
  ]),
  {
    daemons: { d: { root: '.', entrypoint: 'Dockerfile', replicas: {} } },
    services: { web: { root: '.', bindings: [{ service: 'd', format: 'url', env: 'D' }] } },
  },
  {
    daemons: { d: { root: '.', entrypoint: 'Dockerfile', replicas: {} } },
    rewrites: [{ source: '/a', destination: { service: 'd' } }],
  },
  {
    daemons: { d: { root: '.', entrypoint: 'Dockerfile', replicas: {} } },
    services: { web: { root: '.', routes: [{ src: '/a', destination: { service: 'd' } }] } },
  },
];
