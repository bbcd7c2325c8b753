package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LazyTest {

    @Test
    void itIsWorkedOutWhenItIsAskedForAndOnce() {
        AtomicInteger times = new AtomicInteger();
        List<Integer> list = LazyList.copy(new LazyList<>(() -> List.of(times.incrementAndGet())));
        assertThat(times).hasValue(0);
        assertThat(list).isEqualTo(List.of(1)).hasSize(1);
        assertThat(times).hasValue(1);
    }

    @Test
    void threadsThatAskAtOnceAreToldTheSame() throws InterruptedException {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        Lazy<Object> lazy = new Lazy<>(Object::new);
        Set<Object> told = ConcurrentHashMap.newKeySet();
        List<Thread> all = Stream.generate(() -> new Thread(() -> {
            try {
                start.await();
                told.add(lazy.get());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })).limit(threads).toList();
        all.forEach(Thread::start);
        for (Thread one : all) {
            one.join();
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void whatFailedIsTriedAgain() {
        AtomicInteger times = new AtomicInteger();
        Lazy<Integer> lazy = new Lazy<>(() -> 10 / times.getAndIncrement());
        assertThatThrownBy(lazy::get).isInstanceOf(ArithmeticException.class);
        assertThat(lazy.get()).isEqualTo(10);
    }
}
