import {
  complain,
  openSubjectVault,
  readSettings,
  reasonOf,
  say,
  terminalCommand,
} from '#composition';

/** Under a service that runs, a new key could still be wrapped by the former master key: it is stopped before. */
async function rotate(): Promise<void> {
  const vault = openSubjectVault(readSettings(process.env, []));
  try {
    say(`${await vault.rotateMasterKey()} keys are wrapped by a new master key`);
  } finally {
    await vault.close();
  }
}

terminalCommand('rotate-master-key')
  .description(
    'Wraps the keys of persons and cases by a new master key; stop the service before, and repeat it if interrupted',
  )
  .action(rotate)
  .parseAsync()
  .catch((error: unknown) => {
    complain(`The master key was not changed: ${reasonOf(error)}`);
    process.exitCode = 1;
  });
