package dev.plumbline.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortThatSomebodyHasIsRefusedByNumber() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.mustBeFree("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            assertThat(Ports.preferring(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aFreePortPassesAndIsPreferred() throws IOException {
        int free = Ports.free();

        assertThatCode(() -> Ports.mustBeFree("127.0.0.1", free)).doesNotThrowAnyException();
        assertThat(Ports.preferring(free)).isEqualTo(free);
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        assertThatThrownBy(() -> Ports.mustBeFree("192.0.2.1", 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("192.0.2.1");
    }
}
