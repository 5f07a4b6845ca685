import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '#embedded/errors'
import { programPath } from '#embedded/machine/ensure_programs'
import { waitUntil } from '#embedded/wait_until'
import type { Settings } from '#embedded/settings_file'

const STARTS_WITHIN_MS = 10_000

export interface NginxRequest {
  port: number
  /** Of the application. */
  upstream: string
  /** By which the application names files: its NGINX_STORE_LOCATION. */
  location: string
  storagePath: string
  named: Settings
}

export interface RunningNginx {
  address: string
  /** Its master; what works is its child. */
  pid: number
  end(): Promise<void>
}

/** An nginx before an application, which sends files of the store that the application names. @throws CannotStart */
export async function startNginx(request: NginxRequest): Promise<RunningNginx> {
  const program = programPath('nginx', request.named)
  if (!program) throw new CannotStart('nginx is missing: install nginx-light')
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-nginx-'))
  await writeFile(join(folder, 'nginx.conf'), configuration(request))
  const argv = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log']
  const nginx = spawn(program, argv, { stdio: 'ignore' })
  const gone = once(nginx, 'exit')
  const address = `http://127.0.0.1:${request.port}`
  const end = async () => {
    nginx.kill('SIGQUIT')
    await gone
    await rm(folder, { recursive: true })
  }
  const answers = () => fetch(address).then(Boolean, () => false)
  if (await waitUntil(answers, { timeoutMs: STARTS_WITHIN_MS })) {
    return { address, pid: nginx.pid!, end }
  }
  await end()
  throw new CannotStart(`nginx does not answer on ${address}`)
}

/** The locations are those that docs/operators.md tells operators to write. */
const configuration = (of: NginxRequest) => `
daemon off;
user root;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  sendfile on;
  server {
    listen 127.0.0.1:${of.port};
    location / {
      proxy_pass ${of.upstream};
      proxy_set_header Host $http_host;
      proxy_request_buffering off;
      client_max_body_size 0;
    }
    location = /metrics { deny all; }
    location ${of.location} {
      internal;
      alias ${of.storagePath}/;
      add_header X-Content-Type-Options nosniff;
      add_header Access-Control-Allow-Origin $upstream_http_access_control_allow_origin;
    }
  }
}`
