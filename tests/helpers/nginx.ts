import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '#embedded/machine/ensure_programs'
import { until } from '#tests/helpers/until'

/** An nginx before an application, which sends files of the store that the application names. */
export async function startNginx(of: {
  port: number
  /** Of the application. */
  upstream: string
  location: string
  storagePath: string
}) {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  await writeFile(join(folder, 'nginx.conf'), configuration(of))
  const program = programPath('nginx', process.env as Record<string, string>)
  if (!program) throw new Error('nginx is missing: install nginx-light')
  const nginx = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${of.port}`
  await until(() => fetch(address).then(Boolean, () => false), 10_000)
  return {
    address,
    async end() {
      const gone = once(nginx, 'exit')
      nginx.kill('SIGQUIT')
      await gone
      await rm(folder, { recursive: true })
    },
  }
}

/** The locations are those that README.md tells operators to write. */
const configuration = (of: Parameters<typeof startNginx>[0]) => `
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
    location ${of.location} {
      internal;
      alias ${of.storagePath}/;
      add_header X-Content-Type-Options nosniff;
      add_header Access-Control-Allow-Origin $upstream_http_access_control_allow_origin;
    }
  }
}`
