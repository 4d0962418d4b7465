package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code muniment COMMAND}. Only {@code serve} starts a web server; {@code nightly} uses some of its parts. */
@Command(
        name = "muniment",
        description = "Keeps a school district's mail, finds it again, and proves that nothing was changed.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Muniment.Version.class,
        commandListHeading = "%nCommands, as a day goes:%n",
        footer = {
            "",
            "Every command has --help with an example. To look around: muniment demo",
            "Exit codes: 0 done, 1 done with rejected items, 2 wrong usage, 3 refused,",
            "4 failed."
        })
public final class Muniment implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this page.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

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
        int code;
        try {
            code = commands(terminal, System.getenv(), arguments).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError error) {
            code = failed(terminal, error, List.of(arguments));
        }
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** All commands. */
    static CommandLine commands(Terminal terminal) {
        return commands(terminal, System.getenv());
    }

    /**
     * What is needed to carry out what was typed.
     *
     * @param environment where a server's token is
     */
    static CommandLine commands(Terminal terminal, Map<String, String> environment, String... arguments) {
        CommandLine line = new CommandLine(new Muniment());
        Commands.typed(List.of(arguments), terminal).forEach(line::addSubcommand);
        return spoken(line, terminal, environment);
    }

    /** How commands read what is typed, and where they say what went wrong. */
    private static CommandLine spoken(CommandLine line, Terminal terminal, Map<String, String> environment) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Muniment::day);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setExecutionStrategy(parsed -> carryOut(parsed, terminal, environment));
        line.setExecutionExceptionHandler((error, where, parsed) -> failed(terminal, error, parsed.originalArgs()));
        line.setParameterExceptionHandler((error, arguments) -> wrongUsage(terminal, error, List.of(arguments)));
        return line;
    }

    /** With a server named, the command asks it, or says that it can't. */
    private static int carryOut(ParseResult parsed, Terminal terminal, Map<String, String> environment) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (!last.hasMatchedOption("--server") || last.isUsageHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
        }
        AsksServer asks = asking(last, terminal);
        try {
            return asks.ask(RemoteServer.of(last.matchedOptionValue("--server", ""), environment));
        } catch (RuntimeException e) {
            throw new ExecutionException(command, "The server was not asked", e);
        }
    }

    private static AsksServer asking(ParseResult parsed, Terminal terminal) {
        CommandLine command = parsed.commandSpec().commandLine();
        return switch (parsed.commandSpec().userObject()) {
            case AsksServer asks -> asks;
            default ->
                throw new ParameterException(
                        command,
                        "This command works in the archive's folder, on its own machine. A server is asked by "
                                + String.join(", ", asking(commands(terminal))) + ".");
        };
    }

    /** The names of those commands under one that ask a server. */
    private static List<String> asking(CommandLine under) {
        return under.getSubcommands().values().stream()
                .flatMap(one -> one.getCommandSpec().userObject() instanceof AsksServer
                        ? Stream.of(one.getCommandSpec().qualifiedName().replaceFirst("^muniment ", ""))
                        : asking(one).stream())
                .toList();
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + written + "' is no day of the calendar; write it as in 2026-02-28");
        }
    }

    private static int failed(Terminal terminal, Throwable error, List<String> arguments) {
        Complaint complaint = Complaint.of(error);
        complaint.tell(terminal, arguments.contains("--json"));
        if (Boolean.getBoolean("muniment.trace")) {
            error.printStackTrace(terminal.err());
        }
        return complaint.exit();
    }

    private static int wrongUsage(Terminal terminal, ParameterException error, List<String> arguments) {
        CommandSpec command = error.getCommandLine().getCommandSpec();
        String message = switch (error) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case ParameterException other -> String.valueOf(other.getMessage());
        };
        new Complaint(ExitCode.WRONG_USAGE, message, null).tell(terminal, arguments.contains("--json"));
        terminal.complain("See: " + command.qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static String unmatched(UnmatchedArgumentException error, CommandSpec command) {
        String word = error.getUnmatched().getFirst();
        String meant = error.getSuggestions().stream()
                .findFirst()
                .map(name -> " Did you mean " + name.replaceFirst("^.* ", "") + "?")
                .orElse("");
        if (word.startsWith("-")) {
            return "There is no option " + word + "." + meant;
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' is one word too many here. Put what has spaces in quotes."
                : "There is no command '" + word + "'." + meant;
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

    /** The program's version. */
    public static String version() {
        String version = Muniment.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** What {@code --version} prints: the program's version, and the Java it runs on. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"muniment " + version() + " on Java " + Runtime.version()};
        }
    }
}
