package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    private static final int WIDTH = 80;
    private static final CommandLine COMMANDS = Muniment.commands(silent());

    /** Every command there is, also those within another: a new one is tested without being named here. */
    static Stream<String> commands() {
        List<String> found = new ArrayList<>();
        collect(COMMANDS, "", found);
        return found.stream();
    }

    private static void collect(CommandLine line, String path, List<String> found) {
        line.getSubcommands().forEach((name, command) -> {
            found.add((path + " " + name).strip());
            collect(command, path + " " + name, found);
        });
    }

    private static Terminal silent() {
        return new Terminal(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                OutputStream.nullOutputStream(),
                Console.CLOCK,
                false);
    }

    @Test
    void everyCommandIsFoundByItsOwnNameAndMadeAlone() {
        assertThat(Commands.names())
                .containsExactlyElementsOf(COMMANDS.getSubcommands().keySet());
        assertThat(Commands.names())
                .allSatisfy(name -> assertThat(Commands.typed(List.of(name, "--help"), silent()))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatFitsATerminalWithAnExampleAndTheCommonOptions(String command) {
        Console.Said help = Console.bare((command + " --help").split(" "));
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("--archive=DIR", "--json", "--help", "Example:\n  muniment " + command);
        assertThat(help.out().lines()).as("fits a terminal").allMatch(line -> line.length() <= WIDTH);
        CommandLine line = COMMANDS;
        for (String name : command.split(" ")) {
            line = Objects.requireNonNull(line.getSubcommands().get(name));
        }
        assertThat(help.out())
                .as("no example is broken")
                .contains(String.join("\n", line.getCommandSpec().usageMessage().footer()));
    }

    @Test
    void theOverviewNamesEveryCommandButTheHiddenOne() {
        String overview = Console.bare().out();
        assertThat(overview).isEqualTo(Console.bare("--help").out());
        assertThat(overview)
                .contains("  search ", "  item ", "  ingest ", "  verify ", "  demo ")
                .doesNotContain("rehearse");
        assertThat(overview.indexOf("  search ")).isLessThan(overview.indexOf("  bench "));
        assertThat(overview.lines()).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void theVersionIsShown() {
        assertThat(Console.bare("--version").out()).startsWith("muniment ").contains(" on Java 2");
    }

    @Test
    void theQueryLanguageIsShownWithoutAnArchive() {
        assertThat(Console.bare("search", "--help-query").out()).contains("HOW TO ASK", "pre/3", "sent:2024-07-01");
    }

    @Test
    void aMisspeltCommandOrOptionIsNamedWithWhatMayBeMeant() {
        Console.Said command = Console.bare("serch", "budget");
        assertThat(command.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(command.err()).contains("There is no command 'serch'. Did you mean search?", "muniment --help");
        Console.Said option = Console.bare("search", "--limt", "3", "budget");
        assertThat(option.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(option.err()).contains("--limt").contains("muniment search --help");
        assertThat(Console.bare("status", "x").err()).contains("one word too many");
    }
}
