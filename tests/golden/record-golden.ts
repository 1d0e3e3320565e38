import { EventBuffer } from '../../shared/sim/events.ts';
import { hashMatch } from '../../shared/sim/checksum.ts';
import { resetMatch, startMatch } from '../../shared/sim/match-commands.ts';
import { createMatchState } from '../../shared/sim/match-state.ts';
import { MAX_SEATS } from '../../shared/sim/seat.ts';
import { stepMatch } from '../../shared/sim/step-match.ts';
import { SIM_VERSION } from '../../shared/version.ts';
import { ScriptedPlayers } from '../../tools/scripted-match.ts';
import { applyCommands, arenaOf, type GoldenCommand, type GoldenMatch, HASH_EVERY_TICKS } from './replay-golden.ts';
