package dev.plaindeal.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compiled rule can reach by name. That Drools keeps to it is tried in {@code AttacksTest}. */
class ClassFenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.ProcessBuilder",
                "java.lang.Process",
                "java.lang.Thread",
                "java.lang.ThreadGroup",
                "java.lang.ClassLoader",
                "java.lang.reflect.Method",
                "java.io.File",
                "java.nio.file.Files",
                "java.net.Socket",
                "java.util.concurrent.Executors",
                "java.util.Timer",
                "javax.script.ScriptEngineManager",
                "sun.misc.Unsafe",
                "dev.plaindeal.rules.RuleBook",
                "dev.plaindeal.cli.Main"
            })
    void keepsOut(String name) {
        assertThatThrownBy(() -> ClassFence.FENCE.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.lang.RuntimeException",
                "java.util.List",
                "dev.plaindeal.model.PlatformCoupon"
            })
    void letsThrough(String name) throws ClassNotFoundException {
        assertThat(ClassFence.FENCE.loadClass(name).getName()).isEqualTo(name);
    }
}
