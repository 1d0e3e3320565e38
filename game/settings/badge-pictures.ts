/** Pictures to choose from: of Unicode 12 at most, no flags, no weapons, nobody with a colour of skin. */
export const BADGE_PICTURES: readonly string[] = Array.from(
  '⚽🏀🏈⚾🎾🏐🎱🏓🥅🏆🎯🎲' +
    '🐶🐱🐭🐹🐰🦊🐻🐼🐨🐯🦁🐮' +
    '🐷🐸🐵🐔🐧🐦🦆🦉🐺🦄🐝🦋' +
    '🐌🐞🐢🐍🦎🐙🦀🐠🐬🐳🦈🐊' +
    '🦖🦕🐘🦒🦘🦔🦥🦦🌵🌲🍀🌻' +
    '🌈⚡🔥💧🌊🌙⭐🪐⛄🍄🍎🍌' +
    '🍉🍓🍒🍍🥑🥕🍕🍔🍩🧀🥨🍪' +
    '🚀🛸🚂⛵🎸🥁🎈💎🔔👑🤖👻',
);
