import { join } from 'node:path'
import { benchApi, type ApiBenchSizes, type ApiCosts } from '#app/terminal/bench/api/api_bench'
import { portFor } from '#embedded/machine/free_port'
import { startNginx } from '#embedded/nginx'
import { withLibraries } from '#embedded/served_libraries'
import type { InstancePaths } from '#embedded/instance_paths'
import type { Settings } from '#embedded/settings_file'

export interface ServedApiBench extends ApiBenchSizes {
  /** Of a home of its own: what people have is never touched. */
  paths: InstancePaths
  named: Settings
  /** Videos of the small library and of the large one. */
  beside: number
  videos: number
  signal: AbortSignal
  say: (line: string) => void
}

const LOCATION = '/mediakeep-store/'
/** A token asks here as often as it can. */
const UNBOUNDED = { API_RATE_LIMIT: '1000000' }

/** Serves two libraries, one of them with an nginx before it, and measures their API. @throws CannotStart */
export async function benchServedApi(request: ServedApiBench): Promise<ApiCosts> {
  const libraries = [
    { videos: request.beside, settings: UNBOUNDED },
    { videos: request.videos, settings: { ...UNBOUNDED, NGINX_STORE_LOCATION: LOCATION } },
  ]
  const served = { ...request, libraries, programs: ['ffmpeg', 'nginx'] as ['ffmpeg', 'nginx'] }
  return withLibraries(served, async ([small, large]) => {
    const nginx = await startNginx({
      port: await portFor(null, '127.0.0.1'),
      upstream: large.url,
      location: LOCATION,
      storagePath: join(request.paths.home, 'storage'),
      named: request.named,
    })
    return benchApi({ ...request, small, large, nginx }).finally(nginx.end)
  })
}
