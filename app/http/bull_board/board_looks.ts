import type { UIConfig } from '@bull-board/api/typings/app'

const FONTS = 'Inter, system-ui, sans-serif'

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
    light: {
      'background': '#fafafb',
      'sidebar': '#fafafb',
      'card': '#ffffff',
      'foreground': '#16181d',
      'border': '#e6e7eb',
      'sidebar-border': '#e6e7eb',
      'primary': '#4f56d8',
      'ring': '#4f56d8',
      'font-sans': FONTS,
    },
    dark: {
      'background': '#0d0e11',
      'sidebar': '#0d0e11',
      'card': '#15171b',
      'foreground': '#eceef2',
      'border': '#25282f',
      'sidebar-border': '#25282f',
      'primary': '#8f97ff',
      'ring': '#8f97ff',
      'font-sans': FONTS,
    },
  },
}

/** The way back, in a corner that the board leaves free. */
export const WAY_BACK = `
<style>
  .way-back { position: fixed; right: 16px; bottom: 16px; z-index: 10; padding: 8px 14px;
    border: 1px solid #8886; border-radius: 99px; background: Canvas; color: CanvasText;
    color-scheme: light dark; font: 550 13px/1.3 ${FONTS}; text-decoration: none;
    box-shadow: 0 4px 16px #0002 }
  .way-back:hover { border-color: currentColor }
</style>
<a class="way-back" href="/">← Back to the console</a>
`
