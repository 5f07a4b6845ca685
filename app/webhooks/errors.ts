import { Exception } from '@adonisjs/core/exceptions'

export class WebhookNotFound extends Exception {
  static status = 404
  static code = 'E_WEBHOOK_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no webhook ${String(id).slice(0, 40)}`)
  }
}

export class DeliveryNotFound extends Exception {
  static status = 404
  static code = 'E_DELIVERY_NOT_FOUND'

  constructor(id: number | string) {
    super(`There is no delivery ${String(id).slice(0, 40)}: those of old events are forgotten`)
  }
}

export class WebhookTypesRefused extends Exception {
  static status = 422
  static code = 'E_WEBHOOK_TYPES_REFUSED'

  constructor(wrong: string | null, known: string[]) {
    const what = wrong === null ? 'No type of event is chosen' : `There is no event "${wrong}"`
    super(`${what}: give "*" for all, or some of ${known.join(', ')}`)
  }
}

export class WebhookUrlRefused extends Exception {
  static status = 422
  static code = 'E_WEBHOOK_URL_REFUSED'
}

export class TooManyWebhooks extends Exception {
  static status = 409
  static code = 'E_TOO_MANY_WEBHOOKS'

  constructor(most: number) {
    super(`There are ${most} webhooks already, which is the most: delete one that nobody needs`)
  }
}

export class DeliveryEnded extends Exception {
  static status = 409
  static code = 'E_DELIVERY_ENDED'

  constructor(id: number, status: string) {
    super(`Delivery ${id} is ${status}: only one that waits can be dismissed`)
  }
}

export class ReplayTooLarge extends Exception {
  static status = 422
  static code = 'E_REPLAY_TOO_LARGE'

  constructor(most: number) {
    super(`These are more than ${most} events: choose a shorter range`)
  }
}

export class ReplayRangeUnclear extends Exception {
  static status = 422
  static code = 'E_REPLAY_RANGE_UNCLEAR'

  constructor(why: string) {
    super(
      `${why}: give ids of events ("from_event", "to_event") or times ("from", "to"), the earlier first`
    )
  }
}
