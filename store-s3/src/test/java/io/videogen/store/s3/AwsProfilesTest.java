package io.videogen.store.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** AWS's chain of credentials finds parts of itself by name alone: a dependency that is missing shows nowhere else. */
class AwsProfilesTest {

    private static final String PROFILES = """
            [profile web-identity]
            role_arn = arn:aws:iam::123456789012:role/build
            web_identity_token_file = %1$s/absent
            [profile single-sign-on]
            sso_session = acme
            sso_account_id = 123456789012
            sso_role_name = build
            [profile login]
            login_session = arn:aws:iam::123456789012:user/absent
            region = us-east-1
            [sso-session acme]
            sso_region = us-east-1
            sso_start_url = https://absent.example.com/start
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"web-identity", "single-sign-on", "login"})
    void each_kind_of_profile_has_its_module(String profile) throws Exception {
        ProfileFile file = ProfileFile.builder()
                .content(Files.writeString(folder.resolve("config"), PROFILES.formatted(folder)))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();

        // There is nobody to log in: what matters is what is complained about.
        assertThatThrownBy(() -> ProfileCredentialsProvider.builder()
                        .profileFile(file)
                        .profileName(profile)
                        .build()
                        .resolveCredentials())
                .hasMessageNotContaining("class path");
    }
}
