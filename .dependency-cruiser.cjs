/** Who may import whom. Each rule was proved once by breaking it: see tests/unit/import_rules.spec.ts. */
const DOMAIN =
  '^app/(accounts|presets|videos|watermarks|jobs|pipeline|media|storage|scheduling|events|webhooks|library)/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'media-storage-and-outbound-stand-alone',
      comment: 'They know nothing else of ours',
      severity: 'error',
      from: { path: '^app/(media|storage|outbound)/' },
      to: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/$1/' },
    },
    {
      name: 'media-knows-no-framework',
      severity: 'error',
      from: { path: '^app/media/' },
      to: { path: 'node_modules/(@adonisjs|bullmq|ioredis|@vinejs)/' },
    },
    {
      name: 'only-media-and-embedded-spawn',
      comment: 'A process that nobody watches is an orphan tomorrow',
      severity: 'error',
      from: { path: '^(app|config|start|providers)/', pathNot: '^app/(media|embedded)/' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'only-media-builds-ffmpeg-commands',
      severity: 'error',
      from: { pathNot: '^app/media/' },
      to: { path: 'node_modules/(@types/)?fluent-ffmpeg/' },
    },
    {
      name: 'records-know-no-work',
      severity: 'error',
      from: { path: '^app/(videos|presets|accounts|watermarks)/' },
      to: { path: '^app/(jobs|pipeline|scheduling)/' },
    },
    {
      name: 'scheduling-starts-work-and-does-none',
      severity: 'error',
      from: { path: '^app/scheduling/' },
      to: { path: '^app/(media|storage|pipeline)/' },
    },
    {
      name: 'what-happens-tells-itself',
      comment:
        'Triggers tell events in the transaction of the change: no code can forget to, and none need',
      severity: 'error',
      from: { path: DOMAIN, pathNot: '^app/(events|webhooks)/' },
      to: { path: '^app/(events|webhooks)/' },
    },
    {
      name: 'events-know-no-receivers',
      severity: 'error',
      from: { path: '^app/events/' },
      to: { path: '^app/(webhooks|outbound|pipeline|storage|scheduling)/' },
    },
    {
      name: 'domain-knows-no-face',
      severity: 'error',
      from: { path: DOMAIN },
      to: { path: '^(app/(http|queue|terminal|metrics)|start|commands)/' },
    },
    {
      name: 'domain-knows-no-http',
      severity: 'error',
      from: { path: DOMAIN },
      to: {
        path: 'node_modules/@adonisjs/((session|shield|static|cors|vite)/|core/build/modules/http/)',
      },
    },
    {
      name: 'faces-know-not-each-other',
      severity: 'error',
      from: { path: '^app/(http|queue)/' },
      to: { path: '^app/(http|queue)/', pathNot: '^app/$1/' },
    },
    {
      name: 'only-metrics-says-prom-client',
      comment:
        'The domain tells what happens by node:diagnostics_channel, and knows nobody who counts',
      severity: 'error',
      from: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/metrics/' },
      to: { path: 'node_modules/prom-client/' },
    },
    {
      name: 'metrics-know-no-other-face',
      severity: 'error',
      from: { path: '^app/metrics/' },
      to: { path: '^(app/(http|queue|terminal|embedded)|config|start|commands)/' },
    },
    {
      name: 'only-queue-says-bullmq',
      severity: 'error',
      from: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/queue/' },
      to: { path: 'node_modules/bullmq/' },
    },
    {
      name: 'tracing-stands-alone',
      comment: 'Whatever is traced or logged may import it',
      severity: 'error',
      from: { path: '^app/tracing/' },
      to: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/tracing/' },
    },
    {
      name: 'only-tracing-says-opentelemetry',
      comment: 'Where no collector is named nothing of it is loaded',
      severity: 'error',
      from: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/tracing/' },
      to: { path: 'node_modules/@opentelemetry/' },
    },
    {
      name: 'only-outbound-calls-addresses',
      comment: 'Elsewhere nobody would look whether an address is private',
      severity: 'error',
      from: { path: '^(app|config|start|providers|commands)/', pathNot: '^app/outbound/' },
      to: { path: 'node_modules/(got|request-filtering-agent)/' },
    },
    {
      name: 'code-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|config|start|providers|commands|bin)/', pathNot: '^bin/test\\.ts$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.imports.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
}
