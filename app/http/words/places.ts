import type { Role } from '#accounts/role'

/** An entry of the navigation. */
export interface Place {
  /** What a page says as `at`, too. */
  name: string
  path: string
  /** Of Lucide. */
  icon: string
  /** Who sees it; left out: everybody who is signed in. */
  atLeast?: Role
}

export interface PlaceGroup {
  /** Null: the first needs no heading. */
  title: string | null
  places: Place[]
}

/** Every place of the console, in the order in which people see them. A new page adds its line here. */
export const PLACE_GROUPS: PlaceGroup[] = [
  {
    title: null,
    places: [
      { name: 'Overview', path: '/', icon: 'layout-dashboard' },
      { name: 'Videos', path: '/videos', icon: 'clapperboard' },
      { name: 'Jobs', path: '/jobs', icon: 'list-checks' },
      { name: 'Failures', path: '/failures', icon: 'circle-alert' },
      { name: 'Batches', path: '/batches', icon: 'layers-2' },
    ],
  },
  {
    title: 'Work',
    places: [
      { name: 'Presets', path: '/presets', icon: 'sliders-horizontal' },
      { name: 'Watermarks', path: '/watermarks', icon: 'stamp' },
      { name: 'Schedules', path: '/schedules', icon: 'calendar-clock' },
      { name: 'Queue', path: '/lanes', icon: 'layers' },
    ],
  },
  {
    title: 'Administration',
    places: [
      { name: 'Storage', path: '/storage', icon: 'hard-drive' },
      { name: 'Queue inspector', path: '/queues', icon: 'list-tree' },
      { name: 'Users', path: '/users', icon: 'users', atLeast: 'admin' },
      { name: 'API tokens', path: '/tokens', icon: 'key-round' },
      { name: 'Webhooks', path: '/webhooks', icon: 'webhook', atLeast: 'admin' },
      { name: 'Audit', path: '/audit', icon: 'scroll-text', atLeast: 'admin' },
      { name: 'Settings', path: '/settings', icon: 'settings-2', atLeast: 'admin' },
      { name: 'Doctor', path: '/doctor', icon: 'stethoscope', atLeast: 'admin' },
    ],
  },
]
