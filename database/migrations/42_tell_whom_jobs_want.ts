import { BaseSchema } from '@adonisjs/lucid/schema'

const BEFORE = `'lane', j.lane,`
const AFTER = `${BEFORE} 'worker_tags', to_jsonb(j.worker_tags), 'payload_version', j.payload_version,`

/** Events say of a job which workers may take it, as the API does. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(reworded(BEFORE, AFTER))
  }

  async down() {
    this.schema.raw(reworded(AFTER, BEFORE))
  }
}

function reworded(from: string, to: string): string {
  return `do $do$ begin
    execute replace(pg_get_functiondef('note_jobs()'::regprocedure), $from$${from}$from$, $to$${to}$to$);
  end $do$`
}
