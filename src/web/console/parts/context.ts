import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from '../api.ts'
import type { Commands } from '../commands.ts'

export const Tools = createContext<{ commands: Commands; api: Api } | undefined>(undefined)

export function useTools(): { commands: Commands; api: Api } {
  const tools = useContext(Tools)
  if (!tools) throw new Error('the console has not been set up: render it inside <Tools.Provider>')
  return tools
}
