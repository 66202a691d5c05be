package dev.plumbline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExitGuardTest {
    @AfterEach
    void reset() {
        Exit.resetExitProcedure();
        Exit.resetHaltProcedure();
    }

    @Test
    void kafkaCannotEndTheProcessButItsReasonIsHeard() {
        var reasons = new ArrayList<String>();
        ExitGuard.install(reasons::add);

        assertThatThrownBy(() -> Exit.halt(1, "all log dirs have failed")).isInstanceOf(ExitGuard.BrokerStopped.class);
        assertThatThrownBy(() -> Exit.exit(3)).isInstanceOf(ExitGuard.BrokerStopped.class);

        assertThat(reasons).containsExactly("all log dirs have failed", "code 3");
    }
}
