import { text } from '#start/settings/rules'
import type { Rule, Settings } from '#start/settings/setting'

/** No more is known of it than that it is text. */
function anything(example: string): Rule<string> {
  return text('', example)
}

function program(name: string): Rule<string> {
  return { ...text(name, `/opt/bin/${name}`), default: `${name} on PATH` }
}

/** Read by `./ace` itself, before any of the others. */
export const OF_ACE = {
  MEDIAKEEP_VAR: {
    rule: { ...anything('/srv/mediakeep'), default: 'var/ beside ./ace' },
    meaning: 'The folder of all that it makes: private servers, logs, secrets, storage, scratch',
    readBy: 'ace',
  },
  REDIS_SERVER_BINARY: {
    rule: program('redis-server'),
    meaning: 'The program that ./ace up runs as its private Redis',
    readBy: 'ace',
  },
  MEDIAKEEP_TOKEN: {
    rule: { ...anything('mk_...'), kind: 'secret' },
    meaning: 'The token by which ./ace bench pipeline measures a system, instead of --token',
    readBy: 'ace',
  },
} satisfies Settings

/** Read by docker-compose.yml alone. */
export const OF_COMPOSE = {
  GRAFANA_PASSWORD: {
    rule: { ...text('admin', 'openssl rand -hex 12'), kind: 'secret' },
    meaning: 'The password of admin when Grafana starts for the first time',
    readBy: 'compose',
  },
  GRAFANA_PORT: {
    rule: text('3000', '3001'),
    meaning: 'The port of this machine alone on which Grafana listens',
    readBy: 'compose',
  },
  PROMETHEUS_PORT: {
    rule: text('9090', '9091'),
    meaning: 'The port of this machine alone on which Prometheus listens',
    readBy: 'compose',
  },
  METRICS_KEPT: {
    rule: text('30d', '90d'),
    meaning: 'How long Prometheus keeps what it saw, 4 GB at most',
    readBy: 'compose',
  },
  POSTGRES_PASSWORD: {
    rule: { ...anything('openssl rand -hex 24'), kind: 'secret' },
    meaning: 'The password of the Postgres container',
    readBy: 'compose',
  },
  WORKER_CONTAINER_MEMORY: {
    rule: text('2g', '4g'),
    meaning: 'The most memory that a container of a worker may take',
    readBy: 'compose',
  },
} satisfies Settings

/** Read by `./ace test` and `./ace bench` alone. */
export const OF_TESTS = {
  CHROMIUM_BINARY: {
    rule: program('chromium'),
    meaning: 'The browser in which pages are tried',
    readBy: 'tests',
  },
  NGINX_BINARY: {
    rule: program('nginx'),
    meaning: 'The nginx that is put in front, and beside which ./ace bench api measures',
    readBy: 'tests',
  },
  CEPH_MON_BINARY: {
    rule: program('ceph-mon'),
    meaning: 'With the three below: the S3 server of the tests',
    readBy: 'tests',
  },
  CEPH_OSD_BINARY: { rule: program('ceph-osd'), meaning: 'As above', readBy: 'tests' },
  RADOSGW_BINARY: { rule: program('radosgw'), meaning: 'As above', readBy: 'tests' },
  RADOSGW_ADMIN_BINARY: { rule: program('radosgw-admin'), meaning: 'As above', readBy: 'tests' },
  PROMETHEUS_BINARY: {
    rule: program('prometheus'),
    meaning: 'The Prometheus that reads the metrics',
    readBy: 'tests',
  },
  PROMTOOL_BINARY: {
    rule: program('promtool'),
    meaning: 'What checks the alert rules',
    readBy: 'tests',
  },
  DOCKER_COMPOSE_BINARY: {
    rule: program('docker-compose'),
    meaning: 'What checks docker-compose.yml',
    readBy: 'tests',
  },
  CHAOS_FULL: {
    rule: anything('1'),
    meaning: 'With it ./ace test chaos runs its long form',
    readBy: 'tests',
  },
  SEED: {
    rule: anything('42'),
    meaning: 'The dice of the test of many hands, to throw the same again',
    readBy: 'tests',
  },
  LARGE_UPLOAD_BYTES: {
    rule: text('640000000', '2000000000'),
    meaning: 'The size of the large upload that is tried',
    readBy: 'tests',
  },
} satisfies Settings
