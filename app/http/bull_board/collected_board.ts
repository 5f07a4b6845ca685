import type {
  AppControllerRoute,
  AppViewRoute,
  BullBoardQueues,
  ControllerHandlerReturnType,
  IServerAdapter,
  UIConfig,
} from '@bull-board/api/typings/app'

/** Keeps what Bull Board hands to a server adapter, for our router to serve. */
export class CollectedBoard implements IServerAdapter {
  queues: BullBoardQueues = new Map()
  apiRoutes: AppControllerRoute[] = []
  uiConfig: UIConfig = {}
  viewsPath = ''
  staticPath = ''
  entry?: AppViewRoute
  onError: (error: Error) => ControllerHandlerReturnType = (error) => ({
    status: 500,
    body: error.message,
  })

  setQueues(queues: BullBoardQueues) {
    this.queues = queues
    return this
  }

  setViewsPath(path: string) {
    this.viewsPath = path
    return this
  }

  setStaticPath(_route: string, path: string) {
    this.staticPath = path
    return this
  }

  setEntryRoute(route: AppViewRoute) {
    this.entry = route
    return this
  }

  setErrorHandler(handler: (error: Error) => ControllerHandlerReturnType) {
    this.onError = handler
    return this
  }

  setApiRoutes(routes: AppControllerRoute[]) {
    this.apiRoutes = routes
    return this
  }

  setUIConfig(config: UIConfig) {
    this.uiConfig = config
    return this
  }
}
