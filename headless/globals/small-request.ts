const DONE = 4;

type Listener = (event: { readonly type: string }) => void;

/** `XMLHttpRequest` over `fetch`, as far as room scripts use it: they send, and hear how it ended. */
export function makeRequestClass(send: typeof fetch = fetch): new () => object {
  return class SmallRequest {
    static readonly DONE = DONE;
    readyState = 0;
    status = 0;
    statusText = '';
    responseText = '';
    response: unknown = '';
    responseType = '';
    timeout = 0;
    onload: Listener | null = null;
    onloadend: Listener | null = null;
    onerror: Listener | null = null;
    onreadystatechange: Listener | null = null;
    readonly #headers = new Headers();
    readonly #listeners = new Map<string, Listener[]>();
    readonly #abort = new AbortController();
    #method = 'GET';
    #url = '';

    open(method: string, url: string): void {
      this.#method = String(method);
      this.#url = String(url);
      this.readyState = 1;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }

    getResponseHeader(): null {
      return null;
    }

    addEventListener(type: string, listener: Listener): void {
      this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
    }

    abort(): void {
      this.#abort.abort();
    }

    send(body: BodyInit | null = null): void {
      void this.#send(body);
    }

    async #send(body: BodyInit | null): Promise<void> {
      const { signal } = this.#abort;
      const options = { method: this.#method, headers: this.#headers, body, signal };
      try {
        const answer = await send(this.#url, options);
        this.status = answer.status;
        this.statusText = answer.statusText;
        this.responseText = await answer.text();
        this.response =
          this.responseType === 'json' ? JSON.parse(this.responseText) : this.responseText;
        this.#end('load');
      } catch {
        // No way there, called off, or no JSON: the script's own handler hears of all of them.
        this.#end('error');
      }
    }

    #end(type: 'load' | 'error'): void {
      this.readyState = DONE;
      const own = type === 'load' ? this.onload : this.onerror;
      this.onreadystatechange?.({ type: 'readystatechange' });
      own?.call(this, { type });
      for (const listener of this.#listeners.get(type) ?? []) listener.call(this, { type });
      this.onloadend?.({ type: 'loadend' });
    }
  };
}
