import type { House } from '../check.ts'
import type { Report } from '../report.ts'

/** `guarantee.html`. */
export async function renderPage(report: Report, _house: House): Promise<string> {
  return `<!doctype html><title>${report.version}</title>`
}
