import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Who is told of events, and whether they take them. */
export default class Webhooks extends BaseCommand {
  static commandName = 'webhooks'
  static description = 'List the webhooks and how their deliveries stand'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} webhooks',
    'They are made, tested and replayed in the console under Webhooks, or by the API.',
  ]

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { countDeliveries, listWebhooks } = await import('#webhooks/find_webhooks')
    const { stoppedLines, webhookTable, webhookView } = await import('#app/terminal/webhook_lines')
    const [webhooks, counts] = await Promise.all([listWebhooks(), countDeliveries()])
    const views = webhooks.map((webhook) => webhookView(webhook, counts.get(webhook.id)))
    if (this.json) return this.logger.log(JSON.stringify({ webhooks: views }, null, 2))
    if (views.length === 0) {
      return this.logger.log('There are none yet: make one in the console under Webhooks')
    }
    this.logger.log(webhookTable(views, (text) => this.colors.dim(text)))
    for (const line of stoppedLines(views)) this.logger.log(this.colors.yellow(line))
  }
}
