/** Writes a choice in the address of the page, so that it can be sent as it is seen; empty takes it out. */
export function remember(name: string, value: string): void {
  const address = new URL(location.href);
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(history.state, "", address);
}

/** The choice in the address, null when there is none. */
export function remembered(name: string): string | null {
  return new URLSearchParams(location.search).get(name);
}
