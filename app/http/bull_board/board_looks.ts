import type { UIConfig } from '@bull-board/api/typings/app'

/** Bull Board in the colours of the console, with the way back. */
export const BOARD_LOOKS: UIConfig = {
  boardTitle: 'Queue inspector',
  boardLogo: { path: '/icon.svg', width: 24, height: 24 },
  favIcon: { default: '/icon.svg', alternative: '/icon.svg' },
  miscLinks: [
    { text: 'Back to the console', url: '/' },
    { text: 'Jobs', url: '/jobs' },
  ],
  hideDocsLink: true,
  hideRedisDetails: false,
  pollingInterval: { showSetting: true },
  theme: {
    light: { 'primary': '#4f56d8', 'ring': '#4f56d8', 'font-sans': 'Inter, system-ui, sans-serif' },
    dark: { 'primary': '#9aa1ff', 'ring': '#9aa1ff', 'font-sans': 'Inter, system-ui, sans-serif' },
  },
}
