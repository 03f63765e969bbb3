// Made by `npm run generate` from the files in this folder. Do not edit.
import type { Signature } from '../signature.ts';
import apiKeyMissing from './apiKeyMissing.ts';
import applicationNotCallable from './applicationNotCallable.ts';
import applicationNotFound from './applicationNotFound.ts';
import bcryptTooNew from './bcryptTooNew.ts';
import bcryptVersionUnread from './bcryptVersionUnread.ts';
import buildArchitectureUnknown from './buildArchitectureUnknown.ts';
import buildCallsItself from './buildCallsItself.ts';
import buildIgnored from './buildIgnored.ts';
import buildMachineKilled from './buildMachineKilled.ts';
import buildTimedOut from './buildTimedOut.ts';
import builderInternalError from './builderInternalError.ts';
import builderOfAnother from './builderOfAnother.ts';
import buildsBesideSettings from './buildsBesideSettings.ts';
import bundleOptimized from './bundleOptimized.ts';
import bundleTooLarge from './bundleTooLarge.ts';
import commandFailed from './commandFailed.ts';
import compiledPartMissing from './compiledPartMissing.ts';
import configurationInvalid from './configurationInvalid.ts';
import configurationUnreadable from './configurationUnreadable.ts';
import configuredEntrypointMissing from './configuredEntrypointMissing.ts';
import corsArgumentUnknown from './corsArgumentUnknown.ts';
import corsBlocked from './corsBlocked.ts';
import cronTooOften from './cronTooOften.ts';
import databaseConnectionDropped from './databaseConnectionDropped.ts';
import databaseConnectionsExhausted from './databaseConnectionsExhausted.ts';
import databaseLoginRefused from './databaseLoginRefused.ts';
import databaseOptionUnknown from './databaseOptionUnknown.ts';
import databaseTableMissing from './databaseTableMissing.ts';
import databaseUrlUnreadable from './databaseUrlUnreadable.ts';
import dependenciesConflict from './dependenciesConflict.ts';
import dependencyInstallFailed from './dependencyInstallFailed.ts';
import dependencyVersionMissing from './dependencyVersionMissing.ts';
import deploymentNotFound from './deploymentNotFound.ts';
import devServerExited from './devServerExited.ts';
import diskFull from './diskFull.ts';
import distutilsGone from './distutilsGone.ts';
import djangoApplicationMissing from './djangoApplicationMissing.ts';
import djangoHostRefused from './djangoHostRefused.ts';
import djangoSettingMissing from './djangoSettingMissing.ts';
import djangoSettingsFailed from './djangoSettingsFailed.ts';
import entrypointNotFound from './entrypointNotFound.ts';
import entrypointOutsideRepository from './entrypointOutsideRepository.ts';
import entrypointWithoutApplication from './entrypointWithoutApplication.ts';
import environmentExternallyManaged from './environmentExternallyManaged.ts';
import environmentNamesConflict from './environmentNamesConflict.ts';
import environmentSecretMissing from './environmentSecretMissing.ts';
import environmentValueNone from './environmentValueNone.ts';
import environmentVariableMissing from './environmentVariableMissing.ts';
import eventLoopClosed from './eventLoopClosed.ts';
import exceptionGroup from './exceptionGroup.ts';
import fileNotInDeployment from './fileNotInDeployment.ts';
import functionCrashed from './functionCrashed.ts';
import functionOutOfMemory from './functionOutOfMemory.ts';
import functionPathsConflict from './functionPathsConflict.ts';
import functionPatternUnmatched from './functionPatternUnmatched.ts';
import functionRuntimeInvalid from './functionRuntimeInvalid.ts';
import functionSettingInvalid from './functionSettingInvalid.ts';
import functionThrottled from './functionThrottled.ts';
import functionTimeout from './functionTimeout.ts';
import functionsBesideBuilds from './functionsBesideBuilds.ts';
import gitAuthorWithoutAccess from './gitAuthorWithoutAccess.ts';
import gitDependencyUnreachable from './gitDependencyUnreachable.ts';
import glibcTooOld from './glibcTooOld.ts';
import googleCredentialsMissing from './googleCredentialsMissing.ts';
import handlerFunctionMissing from './handlerFunctionMissing.ts';
import handlerNotAClass from './handlerNotAClass.ts';
import handlerWrongBase from './handlerWrongBase.ts';
import httpxProxiesArgument from './httpxProxiesArgument.ts';
import importFailed from './importFailed.ts';
import installSaidSkipped from './installSaidSkipped.ts';
import installSkipped from './installSkipped.ts';
import interfaceUnknown from './interfaceUnknown.ts';
import internalRewriteChanged from './internalRewriteChanged.ts';
import languageDataMissing from './languageDataMissing.ts';
import lifespanFailed from './lifespanFailed.ts';
import lockOutOfDate from './lockOutOfDate.ts';
import lockWithoutPyproject from './lockWithoutPyproject.ts';
import mangumCannotInfer from './mangumCannotInfer.ts';
import manifestMissing from './manifestMissing.ts';
import manifestShown from './manifestShown.ts';
import memoryOverPlan from './memoryOverPlan.ts';
import methodNotServed from './methodNotServed.ts';
import moduleMissing from './moduleMissing.ts';
import moduleOfNewerPython from './moduleOfNewerPython.ts';
import mysqlclientFromSource from './mysqlclientFromSource.ts';
import nameNotImportable from './nameNotImportable.ts';
import noEventLoop from './noEventLoop.ts';
import nodeVersionUnavailable from './nodeVersionUnavailable.ts';
import numpyTooNew from './numpyTooNew.ts';
import optionalPackageMissing from './optionalPackageMissing.ts';
import outputDirectoryMissing from './outputDirectoryMissing.ts';
import packageJsonMissing from './packageJsonMissing.ts';
import packageNeedsAnotherPython from './packageNeedsAnotherPython.ts';
import packageNotBuilt from './packageNotBuilt.ts';
import pageNotFound from './pageNotFound.ts';
import payloadTooLarge from './payloadTooLarge.ts';
import pipCommandMissing from './pipCommandMissing.ts';
import pipStepFailed from './pipStepFailed.ts';
import pipfileLockUnreadable from './pipfileLockUnreadable.ts';
import postgresDriverFromSource from './postgresDriverFromSource.ts';
import postgresUrlScheme from './postgresUrlScheme.ts';
import potentialEntrypoint from './potentialEntrypoint.ts';
import prebuiltRuntimeOld from './prebuiltRuntimeOld.ts';
import preparedStatementBehindPooler from './preparedStatementBehindPooler.ts';
import presetNextjsOnPython from './presetNextjsOnPython.ts';
import prismaFailed from './prismaFailed.ts';
import processExited from './processExited.ts';
import processPoolUnavailable from './processPoolUnavailable.ts';
import projectNotPackageable from './projectNotPackageable.ts';
import projectScriptMissing from './projectScriptMissing.ts';
import projectTableMissing from './projectTableMissing.ts';
import psycopgWithoutLibrary from './psycopgWithoutLibrary.ts';
import pydanticSettingsMoved from './pydanticSettingsMoved.ts';
import pydanticTooOld from './pydanticTooOld.ts';
import pyprojectPreferred from './pyprojectPreferred.ts';
import pythonException from './pythonException.ts';
import pythonInterpreterMissing from './pythonInterpreterMissing.ts';
import pythonNotFound from './pythonNotFound.ts';
import pythonNotOnPath from './pythonNotOnPath.ts';
import pythonRequirementUnmet from './pythonRequirementUnmet.ts';
import pythonTooNewForPackage from './pythonTooNewForPackage.ts';
import pythonVersionDiscontinued from './pythonVersionDiscontinued.ts';
import pythonVersionEndOfLife from './pythonVersionEndOfLife.ts';
import pythonVersionFileUnreadable from './pythonVersionFileUnreadable.ts';
import pythonVersionNotInstalled from './pythonVersionNotInstalled.ts';
import pythonVersionNotKnown from './pythonVersionNotKnown.ts';
import pythonVersionUnspecified from './pythonVersionUnspecified.ts';
import queueLoopArgument from './queueLoopArgument.ts';
import queuePoolExhausted from './queuePoolExhausted.ts';
import readOnlyFileSystem from './readOnlyFileSystem.ts';
import relativeImportWithoutPackage from './relativeImportWithoutPackage.ts';
import requestRaised from './requestRaised.ts';
import requirementHashes from './requirementHashes.ts';
import requirementsFileMissing from './requirementsFileMissing.ts';
import requirementsUnreadable from './requirementsUnreadable.ts';
import rootDirectoryMissing from './rootDirectoryMissing.ts';
import routeInvalid from './routeInvalid.ts';
import routesMixed from './routesMixed.ts';
import runtimeInstallationFailed from './runtimeInstallationFailed.ts';
import runtimeInstallationUnprepared from './runtimeInstallationUnprepared.ts';
import rustCompilerMissing from './rustCompilerMissing.ts';
import serverStartedInFunction from './serverStartedInFunction.ts';
import serverUnreachable from './serverUnreachable.ts';
import serviceConfigurationInvalid from './serviceConfigurationInvalid.ts';
import serviceRefused from './serviceRefused.ts';
import settingsIncomplete from './settingsIncomplete.ts';
import sqliteNotWritable from './sqliteNotWritable.ts';
import startupNotRun from './startupNotRun.ts';
import staticDirectoryMissing from './staticDirectoryMissing.ts';
import symlinkIgnored from './symlinkIgnored.ts';
import syntaxError from './syntaxError.ts';
import systemLibraryMissing from './systemLibraryMissing.ts';
import templateMissing from './templateMissing.ts';
import templateResponseArguments from './templateResponseArguments.ts';
import tooManyFunctions from './tooManyFunctions.ts';
import tooManyOpenFiles from './tooManyOpenFiles.ts';
import toolEntrypointUnusable from './toolEntrypointUnusable.ts';
import tortoiseNotStarted from './tortoiseNotStarted.ts';
import uvFallsBackToPip from './uvFallsBackToPip.ts';
import uvUnusable from './uvUnusable.ts';
import uvicornMissing from './uvicornMissing.ts';
import variableMissing from './variableMissing.ts';
import vendoredSixGone from './vendoredSixGone.ts';
import vercelDevBroken from './vercelDevBroken.ts';
import vercelJsonRefused from './vercelJsonRefused.ts';
import vercelJsonUnreadable from './vercelJsonUnreadable.ts';
import virtualEnvironmentActive from './virtualEnvironmentActive.ts';
import werkzeugUrlQuote from './werkzeugUrlQuote.ts';
import wheelsMissingForLargeBundle from './wheelsMissingForLargeBundle.ts';

/** Every signature, by name. */
export const signatures: readonly Signature[] = [
  apiKeyMissing,
  applicationNotCallable,
  applicationNotFound,
  bcryptTooNew,
  bcryptVersionUnread,
  buildArchitectureUnknown,
  buildCallsItself,
  buildIgnored,
  buildMachineKilled,
  buildTimedOut,
  builderInternalError,
  builderOfAnother,
  buildsBesideSettings,
  bundleOptimized,
  bundleTooLarge,
  commandFailed,
  compiledPartMissing,
  configurationInvalid,
  configurationUnreadable,
  configuredEntrypointMissing,
  corsArgumentUnknown,
  corsBlocked,
  cronTooOften,
  databaseConnectionDropped,
  databaseConnectionsExhausted,
  databaseLoginRefused,
  databaseOptionUnknown,
  databaseTableMissing,
  databaseUrlUnreadable,
  dependenciesConflict,
  dependencyInstallFailed,
  dependencyVersionMissing,
  deploymentNotFound,
  devServerExited,
  diskFull,
  distutilsGone,
  djangoApplicationMissing,
  djangoHostRefused,
  djangoSettingMissing,
  djangoSettingsFailed,
  entrypointNotFound,
  entrypointOutsideRepository,
  entrypointWithoutApplication,
  environmentExternallyManaged,
  environmentNamesConflict,
  environmentSecretMissing,
  environmentValueNone,
  environmentVariableMissing,
  eventLoopClosed,
  exceptionGroup,
  fileNotInDeployment,
  functionCrashed,
  functionOutOfMemory,
  functionPathsConflict,
  functionPatternUnmatched,
  functionRuntimeInvalid,
  functionSettingInvalid,
  functionThrottled,
  functionTimeout,
  functionsBesideBuilds,
  gitAuthorWithoutAccess,
  gitDependencyUnreachable,
  glibcTooOld,
  googleCredentialsMissing,
  handlerFunctionMissing,
  handlerNotAClass,
  handlerWrongBase,
  httpxProxiesArgument,
  importFailed,
  installSaidSkipped,
  installSkipped,
  interfaceUnknown,
  internalRewriteChanged,
  languageDataMissing,
  lifespanFailed,
  lockOutOfDate,
  lockWithoutPyproject,
  mangumCannotInfer,
  manifestMissing,
  manifestShown,
  memoryOverPlan,
  methodNotServed,
  moduleMissing,
  moduleOfNewerPython,
  mysqlclientFromSource,
  nameNotImportable,
  noEventLoop,
  nodeVersionUnavailable,
  numpyTooNew,
  optionalPackageMissing,
  outputDirectoryMissing,
  packageJsonMissing,
  packageNeedsAnotherPython,
  packageNotBuilt,
  pageNotFound,
  payloadTooLarge,
  pipCommandMissing,
  pipStepFailed,
  pipfileLockUnreadable,
  postgresDriverFromSource,
  postgresUrlScheme,
  potentialEntrypoint,
  prebuiltRuntimeOld,
  preparedStatementBehindPooler,
  presetNextjsOnPython,
  prismaFailed,
  processExited,
  processPoolUnavailable,
  projectNotPackageable,
  projectScriptMissing,
  projectTableMissing,
  psycopgWithoutLibrary,
  pydanticSettingsMoved,
  pydanticTooOld,
  pyprojectPreferred,
  pythonException,
  pythonInterpreterMissing,
  pythonNotFound,
  pythonNotOnPath,
  pythonRequirementUnmet,
  pythonTooNewForPackage,
  pythonVersionDiscontinued,
  pythonVersionEndOfLife,
  pythonVersionFileUnreadable,
  pythonVersionNotInstalled,
  pythonVersionNotKnown,
  pythonVersionUnspecified,
  queueLoopArgument,
  queuePoolExhausted,
  readOnlyFileSystem,
  relativeImportWithoutPackage,
  requestRaised,
  requirementHashes,
  requirementsFileMissing,
  requirementsUnreadable,
  rootDirectoryMissing,
  routeInvalid,
  routesMixed,
  runtimeInstallationFailed,
  runtimeInstallationUnprepared,
  rustCompilerMissing,
  serverStartedInFunction,
  serverUnreachable,
  serviceConfigurationInvalid,
  serviceRefused,
  settingsIncomplete,
  sqliteNotWritable,
  startupNotRun,
  staticDirectoryMissing,
  symlinkIgnored,
  syntaxError,
  systemLibraryMissing,
  templateMissing,
  templateResponseArguments,
  tooManyFunctions,
  tooManyOpenFiles,
  toolEntrypointUnusable,
  tortoiseNotStarted,
  uvFallsBackToPip,
  uvUnusable,
  uvicornMissing,
  variableMissing,
  vendoredSixGone,
  vercelDevBroken,
  vercelJsonRefused,
  vercelJsonUnreadable,
  virtualEnvironmentActive,
  werkzeugUrlQuote,
  wheelsMissingForLargeBundle,
];
