import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace'

const BY_NAME: Record<string, (ratio: number) => Sampler> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
}
const USUAL = 'parentbased_always_on'

/** Which traces are kept: OTEL_TRACES_SAMPLER and its _ARG, which this version of the SDK leaves to others. */
export function samplerFrom(env: NodeJS.ProcessEnv): Sampler {
  const name = env.OTEL_TRACES_SAMPLER || USUAL
  const own = name.replace(/^parentbased_/, '')
  const make = BY_NAME[own] ?? BY_NAME.always_on
  const root = make(ratioFrom(env.OTEL_TRACES_SAMPLER_ARG))
  return name === own ? root : new ParentBasedSampler({ root })
}

/** 0..1; all where it is none. */
function ratioFrom(text: string | undefined): number {
  const ratio = Number(text || 1)
  return ratio >= 0 && ratio <= 1 ? ratio : 1
}
