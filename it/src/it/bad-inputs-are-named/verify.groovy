io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    def told = { module, message -> stage.assertLogged('on project ' + module + ': ' + message) }
    told('prompt-missing', 'Video "hero": The video has no prompt.')
    told('name-with-slash', 'The video name "a/b" is not safe as a file name.')
    told('name-twice', 'The video name "HERO" is given to two videos')
    told('metadata-malformed', 'Video "hero": The field "metadata" is not valid JSON at line 1, column 7')
    told('prompt-file-missing', 'Video "hero": The promptFile "prompts/hero.txt" is no file (looked for "')
    told('reference-missing', 'Video "hero": The inputReference "pictures/harbour.png" is no file (looked for "')
    told('field-without-place', 'Video "hero": The field "seed" has no place in the api "openai".')
    told('option-with-own-field', 'Video "hero": The options say "seconds", and so does the field "seconds", which is set.')
    told('timeout-without-unit', 'The value of jobTimeout is "30". It must be a duration such as')
    told('concurrency-zero', 'The value of concurrency is "0". It must be from 1')
    told('flag-misspelt', 'The value of frozen is "ture". It must be "true" or "false".')
    told('api-unknown', 'The api "opennai" is not known. Did you mean "openai"? Use one of')
    told('endpoint-with-password', 'The endpoint "https://****@gateway.example.com" holds a user or password.')
    told('endpoint-insecure', 'The endpoint "http://gateway.example.com" would send the token unencrypted.')
    told('no-video', 'No video is declared.')
    ['element-misspelt', 'element-of-execution-misspelt', 'video-outside-videos', 'field-misspelt'].each {
        assert stage.log() =~ ('(?s)on project ' + it + ': ')
    }
    stage.assertLogged('<maxNewJob>, which no goal of the plugin has. Did you mean <maxNewJobs>?')
    stage.assertLogged('<frozzen>, which no goal of the plugin has. Did you mean <frozen>?')
    stage.assertLogged('<video>, which no goal of the plugin has. Did you mean <videos>?')
    stage.assertLogged('<duration>, which no video has. Did you mean <seconds>? ')
    assert stage.log() =~ 'Fields of a <video> are .*, prompt, .*seconds'
    told('only-misspelt', 'The name "hreo" in videogen.only is none of the videos of this build')
    told('refresh-misspelt', 'The name "hreoo" in videogen.refresh is none of the videos of this build')
    told('resubmit-misspelt', 'The name "hreooo" in videogen.resubmit is none of the videos of this build')
    stage.assertNotLogged('secret-word')
}
