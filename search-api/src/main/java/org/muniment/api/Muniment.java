package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code muniment COMMAND}. Starts no web server and no Spring context. */
@Command(
        name = "muniment",
        description = "Keeps a school district's mail, finds it again, and proves that nothing was changed.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every command has --help with an example.",
            "Exit codes: 0 done, 1 done with rejected items, 2 wrong usage, 3 refused, 4 failed."
        })
public final class Muniment implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private Muniment() {}

    public static void main(String[] arguments) {
        System.exit(run(
                new Terminal(
                        utf8(System.out),
                        utf8(System.err),
                        System.out,
                        Clock.systemUTC(),
                        Boolean.getBoolean("muniment.terminal")),
                arguments));
    }

    /**
     * Runs one command.
     *
     * @return the exit code
     */
    static int run(Terminal terminal, String... arguments) {
        quietLibraries();
        CommandLine line = commands(terminal);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        int code = line.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static CommandLine commands(Terminal terminal) {
        CommandLine line = new CommandLine(new Muniment());
        line.addSubcommand(new DemoCommand(terminal));
        line.addSubcommand(new InitCommand(terminal));
        line.addSubcommand(new IngestCommand(terminal));
        line.addSubcommand(new SearchCommand(terminal));
        line.addSubcommand(new ItemCommand(terminal));
        line.addSubcommand(new ExceptionsCommand(terminal));
        line.addSubcommand(new StatusCommand(terminal));
        line.addSubcommand(new VerifyCommand(terminal));
        line.addSubcommand(new ReindexCommand(terminal));
        line.addSubcommand(new BenchCommand(terminal));
        line.addSubcommand(new RehearseCommand(terminal));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, where, parsed) -> {
            where.getErr().println("muniment: " + ExitCode.message(error));
            if (ExitCode.of(error) == ExitCode.FAILED && Boolean.getBoolean("muniment.trace")) {
                error.printStackTrace(where.getErr());
            }
            return ExitCode.of(error);
        });
        line.setParameterExceptionHandler(Muniment::wrongUsage);
        return line;
    }

    private static int wrongUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr().println("muniment: " + error.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static void quietLibraries() {
        try (InputStream settings = Muniment.class.getResourceAsStream("/logging.properties")) {
            if (settings != null) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
