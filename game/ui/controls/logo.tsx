/** Two discs and the ball between them; the words are real text. */
export function Logo() {
  return (
    <span class="logo">
      <svg class="logo-mark" viewBox="0 0 64 40" aria-hidden="true">
        <defs>
          <clipPath id="logo-wave">
            <circle cx="48" cy="20" r="13" />
          </clipPath>
        </defs>
        <circle class="logo-sun" cx="16" cy="20" r="13" />
        <circle class="logo-wave" cx="48" cy="20" r="13" />
        <g class="logo-stripes" clip-path="url(#logo-wave)">
          <path d="M31 35 L57 9 M36 40 L62 14 M26 30 L52 4" />
        </g>
        <circle class="logo-ball" cx="32" cy="20" r="7" />
      </svg>
      <span class="logo-word" translate={false}>
        Peerball
      </span>
    </span>
  );
}
