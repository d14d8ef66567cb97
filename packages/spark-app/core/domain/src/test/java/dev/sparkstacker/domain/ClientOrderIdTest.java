package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClientOrderIdTest {
    @Test
    void theVenuesSpellingIsReadBack() {
        long seed = 4L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            int run = random.nextInt();
            int epoch = random.nextInt(1 << 24);
            ClientOrderId id = ClientOrderId.mint(run, epoch, random.nextLong(1L << 56), random.nextInt(0x10000));

            assertThat(id.toString()).matches("0x[0-9a-f]{32}");
            assertThat(ClientOrderId.parse(id.toString())).contains(id);
            assertThat(id.run()).isEqualTo(run);
            assertThat(id.epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void everyPartMakesAnotherIdAtEitherEndOfItsRange() {
        List<ClientOrderId> ids = new ArrayList<>();
        for (int run : new int[] {0, 1, -1}) {
            for (int epoch : new int[] {0, 1, (1 << 24) - 1}) {
                for (long sequence : new long[] {0, 1, (1L << 48) - 1, 1L << 48, (1L << 56) - 1}) {
                    for (int index : new int[] {0, 1, 0xFFFF}) {
                        ids.add(ClientOrderId.mint(run, epoch, sequence, index));
                    }
                }
            }
        }

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void laterIdsOfARunSortLater() {
        ClientOrderId first = ClientOrderId.mint(7, 1, 5, 0);
        assertThat(first)
                .isLessThan(ClientOrderId.mint(7, 1, 5, 1))
                .isLessThan(ClientOrderId.mint(7, 1, 6, 0))
                .isLessThan(ClientOrderId.mint(7, 2, 1, 0))
                .isLessThan(ClientOrderId.mint(-1, 0, 0, 0));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ClientOrderId.mint(1, 1 << 24, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientOrderId.mint(1, 0, 1L << 56, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientOrderId.mint(1, 0, 0, 0x10000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientOrderId.mint(1, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherSpellingsAreNotOurs() {
        String good = ClientOrderId.mint(1, 1, 1, 1).toString();
        assertThat(ClientOrderId.parse(good.substring(2))).isEmpty();
        assertThat(ClientOrderId.parse(good + "0")).isEmpty();
        assertThat(ClientOrderId.parse(good.replace('1', 'g'))).isEmpty();
        assertThat(ClientOrderId.parse("")).isEmpty();
    }
}
