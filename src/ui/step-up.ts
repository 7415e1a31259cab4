/** The meeting point of the client, which needs the person again, and the panel that asks; the panel registers itself here. */
export interface StepUpAsk {
  readonly operation: string
  /** Exchanges the PIN or passkey for a proof; throws the server's Problem when it is wrong. */
  readonly prove: (how: { pin: string } | { passkey: unknown }) => Promise<string>
}

let panel: ((ask: StepUpAsk) => Promise<string | null>) | null = null
export const stepUpPanelIs = (open: ((ask: StepUpAsk) => Promise<string | null>) | null): void => {
  panel = open
}

/** Null when the person left without signing, or no panel is there to ask. */
export const askStepUp = (ask: StepUpAsk): Promise<string | null> =>
  panel ? panel(ask) : Promise.resolve(null)
